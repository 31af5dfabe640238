package org.sencrm.kar;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWatchTest {

    private static final Duration QUIET = Duration.ofMillis(50);

    @TempDir
    Path folder;

    @Test
    void aSaveIsSeenAlsoInAFolderThatCameLater() throws Exception {
        Files.createDirectories(folder.resolve("src"));
        try (SourceWatch watch = SourceWatch.of(folder)) {
            assertTrue(sees(watch, () -> Files.writeString(folder.resolve("src/A.java"), "class A {}")));
            assertTrue(sees(watch, () -> Files.createDirectories(folder.resolve("src/sub"))));
            assertTrue(sees(watch, () -> Files.writeString(folder.resolve("src/sub/B.java"), "class B {}")));
        }
    }

    @Test
    void whatTheBuildAndToolsWriteIsNoSave() throws Exception {
        Files.createDirectories(folder.resolve("target/classes"));
        Files.createDirectories(folder.resolve(".git"));
        try (SourceWatch watch = SourceWatch.of(folder)) {
            assertFalse(sees(watch, () -> {
                Files.writeString(folder.resolve("target/classes/A.class"), "x");
                Files.writeString(folder.resolve(".git/index"), "x");
                Files.writeString(folder.resolve("A.java~"), "x");
            }));
        }
    }

    /** Whether the watch wakes up within the time in which it always does. */
    private static boolean sees(SourceWatch watch, Work work) throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            try {
                watch.await(QUIET);
                seen.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        waiting.start();
        work.run();
        boolean woke = seen.await(2, TimeUnit.SECONDS);
        waiting.interrupt();
        waiting.join();
        return woke;
    }

    private interface Work {
        void run() throws Exception;
    }
}
