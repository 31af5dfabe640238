package org.sencrm.ui.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchesTest {

    private static final long PAUSE_MILLIS = 150;

    private final Watches watches = new Watches("watches-test", PAUSE_MILLIS);
    private final UI ui = new DirectUi();
    private final Div page = new Div();
    private final AtomicInteger told = new AtomicInteger();

    @AfterEach
    void close() {
        watches.close();
    }

    @Test
    void aBurstOfNewsIsToldOnce() throws InterruptedException {
        watch("accounts");
        ui.add(page);

        for (int i = 0; i < 50; i++) {
            watches.wake("accounts"::equals);
        }

        Thread.sleep(4 * PAUSE_MILLIS);
        assertEquals(1, told.get());
    }

    @Test
    void newsAfterTheBurstIsToldAgain() throws InterruptedException {
        watch("accounts");
        ui.add(page);

        watches.wake("accounts"::equals);
        Thread.sleep(2 * PAUSE_MILLIS);
        watches.wake("accounts"::equals);

        Thread.sleep(3 * PAUSE_MILLIS);
        assertEquals(2, told.get());
    }

    @Test
    void newsOfAnotherTopicIsNotTold() throws InterruptedException {
        watch("accounts");
        ui.add(page);

        watches.wake("contacts"::equals);

        Thread.sleep(2 * PAUSE_MILLIS);
        assertEquals(0, told.get());
    }

    @Test
    void aComponentIsToldOnlyWhileItIsAttached() throws InterruptedException {
        watch("accounts");
        ui.add(page);
        ui.remove(page);
        watches.wake("accounts"::equals);
        Thread.sleep(2 * PAUSE_MILLIS);
        assertEquals(0, told.get());

        ui.add(page);
        watches.wake("accounts"::equals);
        Thread.sleep(2 * PAUSE_MILLIS);
        assertEquals(1, told.get());
    }

    private void watch(String topic) {
        watches.add(ui, page, topic, told::incrementAndGet);
    }

    /** Runs at once what is to run on the UI thread. */
    private static final class DirectUi extends UI {

        private static final long serialVersionUID = 1L;

        @Override
        public Future<Void> access(Command command) {
            command.execute();
            return null;
        }
    }
}
