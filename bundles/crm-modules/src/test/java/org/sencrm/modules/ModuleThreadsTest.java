package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ModuleThreadsTest {

    private final ModuleThreads threads = new ModuleThreads("file:/modules/", (module, type) -> false);
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void aModuleIsStartedAndStoppedByWhateverThreadAsks() throws Exception {
        ThreadGroup passing = new ThreadGroup("passing");
        endsWithItsLastThread(passing);

        for (int i = 0; i < 3; i++) {
            FutureTask<Object> asked = new FutureTask<>(() -> {
                threads.run(
                        "file:/modules/acme/1.0.0/x.jar", "start acme", Duration.ofSeconds(5), runs::incrementAndGet);
                return null;
            });
            new Thread(i == 0 ? passing : null, asked).start();
            asked.get();
        }

        assertEquals(3, runs.get());
    }

    @SuppressWarnings("removal")
    private static void endsWithItsLastThread(ThreadGroup group) {
        group.setDaemon(true);
    }
}
