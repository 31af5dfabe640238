package org.sencrm.core.file;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.sencrm.api.file.FileStore;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.StoreException;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what nothing leads to any more, on a thread of its own: soon after the start, each day, and contents whose last
 * file was deleted at once. Safe at any moment: a content only goes under the lock of its row.
 */
final class FileCare {

    private static final Logger LOG = LoggerFactory.getLogger(FileCare.class);
    private static final long AFTER_START = 2;
    private static final long BETWEEN = TimeUnit.DAYS.toMinutes(1);
    private static final int BATCH = 500;
    /** As long as {@link org.sencrm.api.file.Files#restore} promises. */
    private static final Duration IN_TRASH = Duration.ofDays(1);

    private final Database database;
    private final TypeRegistry types;
    private final FileStore store;
    private final FileTable files;
    private final ContentTable contents;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "crm-files");
        thread.setDaemon(true);
        return thread;
    });

    FileCare(
            Database database,
            TypeRegistry types,
            FileStore store,
            FileTable files,
            ContentTable contents,
            Clock clock) {
        this.database = database;
        this.types = types;
        this.store = store;
        this.files = files;
        this.contents = contents;
        this.clock = clock;
    }

    void start() {
        executor.scheduleWithFixedDelay(() -> safely(this::tidy), AFTER_START, BETWEEN, TimeUnit.MINUTES);
    }

    /** Waits for what runs: Derby closes the database's files at an interrupt. */
    void close() throws InterruptedException {
        executor.shutdown();
        executor.awaitTermination(10, TimeUnit.SECONDS);
    }

    /** To be called after a commit that may have left contents without a file. */
    void contentsReleased() {
        executor.execute(() -> safely(this::removeUnused));
    }

    void tidy() throws IOException {
        for (StoredType type : types.stored()) {
            forget(connection -> files.withoutRecord(connection, type.name(), type.table()));
        }
        Instant past = clock.instant().minus(IN_TRASH);
        forget(connection -> files.trashedBefore(connection, past));
        adoptStrays();
        removeUnused();
    }

    private void forget(Search search) {
        List<FileRow> gone;
        do {
            gone = database.read(search::find);
            gone.forEach(file -> database.write(connection -> forget(connection, file)));
        } while (!gone.isEmpty());
    }

    private Void forget(Connection connection, FileRow file) throws SQLException {
        if (files.delete(connection, file.id())) {
            contents.release(connection, file.hash());
        }
        return null;
    }

    /** Contents that an upload left which failed after they were stored. */
    private void adoptStrays() throws IOException {
        try (Stream<String> hashes = store.hashes()) {
            List<String> batch = new ArrayList<>();
            for (String hash : (Iterable<String>) hashes::iterator) {
                batch.add(hash);
                if (batch.size() == BATCH) {
                    adoptStrays(batch);
                    batch.clear();
                }
            }
            if (!batch.isEmpty()) {
                adoptStrays(batch);
            }
        }
    }

    private void adoptStrays(List<String> hashes) {
        Set<String> strays = new HashSet<>(hashes);
        strays.removeAll(database.read(connection -> contents.known(connection, hashes)));
        for (String stray : strays) {
            try {
                database.write(connection -> {
                    contents.adopt(connection, stray);
                    return null;
                });
            } catch (StoreException e) {
                if (!e.isDuplicate()) {
                    throw e;
                }
                LOG.debug("A content came into use meanwhile");
            }
        }
    }

    void removeUnused() {
        List<String> unused;
        do {
            unused = database.read(contents::unused);
            unused.forEach(hash -> database.write(connection -> remove(connection, hash)));
        } while (!unused.isEmpty());
    }

    private Void remove(Connection connection, String hash) throws SQLException {
        if (contents.forget(connection, hash)) {
            try {
                store.delete(hash);
            } catch (IOException e) {
                throw new StoreException("a content could not be deleted", e);
            }
        }
        return null;
    }

    private static void safely(Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            LOG.warn("Files that nobody needs could not be removed; it is tried again", e);
        }
    }

    private interface Search {
        List<FileRow> find(Connection connection) throws SQLException;
    }

    private interface Work {
        void run() throws IOException;
    }
}
