package org.sencrm.kar;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sees changes in a folder and all below it but what builds and tools write. */
final class SourceWatch implements AutoCloseable {

    private static final WatchEvent.Kind<?>[] ALL = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    private final WatchService service;

    private SourceWatch(WatchService service) {
        this.service = service;
    }

    static SourceWatch of(Path folder) throws IOException {
        SourceWatch watch = new SourceWatch(folder.getFileSystem().newWatchService());
        watch.register(folder);
        return watch;
    }

    /** Waits for a change, and then until nothing has changed for so long: an editor saves in several steps. */
    void await(Duration quiet) throws InterruptedException, IOException {
        boolean changed = false;
        while (!changed) {
            changed = take(service.take());
        }
        for (WatchKey key = next(quiet); key != null; key = next(quiet)) {
            take(key);
        }
    }

    private WatchKey next(Duration quiet) throws InterruptedException {
        return service.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether there is a source among what changed. */
    private boolean take(WatchKey key) throws IOException {
        boolean source = false;
        Path folder = (Path) key.watchable();
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.context() instanceof Path name && isSource(name)) {
                source = true;
                Path changed = folder.resolve(name);
                if (Files.isDirectory(changed)) {
                    register(changed);
                }
            }
        }
        key.reset();
        return source;
    }

    private void register(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (!directory.equals(folder) && !isSource(directory.getFileName())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                directory.register(service, ALL);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isSource(Path name) {
        String text = name.toString();
        return !text.equals("target") && !text.startsWith(".") && !text.endsWith("~");
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
