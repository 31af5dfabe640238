package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.sencrm.api.access.ClientAddress;

/** A few threads for what would make a page wait. Thread safe. */
@Component(service = Background.class)
public class Background {

    private static final int THREADS = 8;
    private static final int WAITING = 500;

    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), this::thread);

    public Background() {
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Does the work on one of the threads and hands its result, or its failure, to the UI thread of the tab. Where too
     * much is waiting already, the failure is a {@link RejectedExecutionException}.
     */
    <T> void run(UI ui, Supplier<T> work, Consumer<T> onUi, Consumer<Throwable> onFailure) {
        try {
            String address = ClientAddress.served();
            threads.execute(() -> {
                try (ClientAddress.Serving serving = ClientAddress.serving(address)) {
                    runNow(ui, work, onUi, onFailure);
                }
            });
        } catch (RejectedExecutionException tooMuch) {
            onFailure.accept(tooMuch);
        }
    }

    private <T> void runNow(UI ui, Supplier<T> work, Consumer<T> onUi, Consumer<Throwable> onFailure) {
        Runnable answer;
        try {
            T result = work.get();
            answer = () -> onUi.accept(result);
        } catch (RuntimeException | LinkageError failure) {
            answer = () -> onFailure.accept(failure);
        }
        try {
            ui.access(answer::run);
        } catch (UIDetachedException tabClosed) {
            // nobody is waiting for the answer any more
        }
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "sen-ui-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    void close() {
        threads.shutdownNow();
    }
}
