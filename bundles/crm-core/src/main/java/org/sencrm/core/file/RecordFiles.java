package org.sencrm.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.file.FileStore;
import org.sencrm.api.file.Files;
import org.sencrm.api.file.StoredFile;
import org.sencrm.api.privacy.PersonalData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.audit.Sightings;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeFeed;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.record.Journal;
import org.sencrm.core.record.Labels;
import org.sencrm.core.record.RecordGate;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.store.StoreException;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of records. A file is there once its row is committed; before that its bytes are in the store, under their hash. */
@Component(service = {Files.class, RecordFiles.class})
public final class RecordFiles implements Files {

    private static final Logger LOG = LoggerFactory.getLogger(RecordFiles.class);

    private final Database database;
    private final FileStore store;
    private final Uploads uploads;
    private final FileLimits limits;
    private final RecordGate gate;
    private final Journal journal;
    private final Labels labels;
    private final Faults faults;
    private final FileCare care;
    private final Sightings sightings;
    private final FileTable files = new FileTable();
    private final ContentTable contents = new ContentTable();
    private final ContentTypes types = new ContentTypes();

    @Activate
    public RecordFiles(
            BundleContext context,
            @org.osgi.service.component.annotations.Reference Database database,
            @org.osgi.service.component.annotations.Reference TypeRegistry types,
            @org.osgi.service.component.annotations.Reference Gate gate,
            @org.osgi.service.component.annotations.Reference ChangeFeed feed,
            @org.osgi.service.component.annotations.Reference Messages messages,
            @org.osgi.service.component.annotations.Reference Settings settings,
            @org.osgi.service.component.annotations.Reference Sightings sightings,
            @org.osgi.service.component.annotations.Reference(policyOption = ReferencePolicyOption.GREEDY)
                    FileStore store) {
        this(
                database,
                types,
                gate,
                feed,
                messages,
                settings,
                sightings,
                store,
                Home.of(context).uploads(),
                Clock.systemUTC());
        care.start();
    }

    RecordFiles(
            Database database,
            TypeRegistry types,
            Gate gate,
            ChangeFeed feed,
            Messages messages,
            Settings settings,
            Sightings sightings,
            FileStore store,
            Path uploads,
            Clock clock) {
        this.database = database;
        this.sightings = sightings;
        this.store = store;
        this.uploads = new Uploads(uploads);
        this.limits = new FileLimits(settings);
        this.faults = new Faults(messages);
        this.gate = new RecordGate(types, gate, faults);
        this.journal = new Journal(database, new ChangeLog(), feed, gate, clock);
        this.labels = new Labels(types, faults);
        this.care = new FileCare(database, types, store, files, contents, clock);
    }

    @Deactivate
    void close() throws InterruptedException {
        care.close();
    }

    FileCare care() {
        return care;
    }

    @Override
    public StoredFile add(Caller caller, String type, long record, String name, InputStream content) {
        database.read(connection -> gate.writable(connection, caller, type, record));
        try (Upload upload = receive(caller, content)) {
            return add(caller, type, record, name, upload);
        }
    }

    @Override
    public Upload receive(Caller caller, InputStream content) {
        long most = largest();
        try {
            ReceivedFile received = uploads.receive(content, most);
            if (received == null) {
                throw faults.tooLarge(caller, "fault.file.tooLarge", FileLimits.megabytes(most));
            }
            return received;
        } catch (IOException e) {
            throw unavailable(caller, e);
        }
    }

    @Override
    public StoredFile add(Caller caller, String type, long record, String name, Upload upload) {
        ReceivedFile received = (ReceivedFile) upload;
        if (received.size() == 0) {
            throw faults.badRecord(caller, List.of(faults.error(caller, "file", "required", "fault.file.empty")));
        }
        String shown = FileNames.clean(name);
        String mediaType = mediaType(caller, received, shown);
        return again(() -> database.write(connection -> {
            RecordGate.Place place = gate.locked(connection, caller, type, record);
            requireRoom(connection, caller, received);
            FileRow file = new FileRow(
                    Ids.next(),
                    type,
                    record,
                    shown,
                    files.newestVersion(connection, type, record, shown) + 1,
                    mediaType,
                    received.size(),
                    received.hash(),
                    caller.userId(),
                    journal.now());
            return guarded(() -> add(connection, caller, place, received, file));
        }));
    }

    private StoredFile add(
            Connection connection, Caller caller, RecordGate.Place place, ReceivedFile received, FileRow file)
            throws SQLException {
        contents.take(connection, received.hash(), received.size());
        try {
            store.put(received.hash(), received.path());
        } catch (IOException e) {
            throw unavailable(caller, e);
        }
        files.insert(connection, file);
        tell(connection, caller, place, new ChangeEntry.Diff(null, file.title()));
        return shown(connection, caller, List.of(file)).get(0);
    }

    @Override
    public List<StoredFile> list(Caller caller, String type, long record) {
        return database.read(connection -> {
            if (!gate.mayRead(connection, caller, type, record)) {
                throw faults.noRecord(caller);
            }
            return shown(connection, caller, files.newest(connection, type, record));
        });
    }

    @Override
    public StoredFile get(Caller caller, long id) {
        return database.read(connection -> shown(connection, caller, List.of(readable(connection, caller, id)))
                .get(0));
    }

    @Override
    public List<StoredFile> versions(Caller caller, long id) {
        return database.read(connection -> {
            FileRow file = readable(connection, caller, id);
            return shown(connection, caller, files.versions(connection, file.type(), file.record(), file.name()));
        });
    }

    @Override
    public InputStream open(Caller caller, long id) {
        FileRow file = database.read(connection -> readable(connection, caller, id));
        requireOpening(caller, file);
        sightings.file(caller, id, file.type(), file.record());
        try {
            return store.open(file.hash());
        } catch (IOException e) {
            throw unavailable(caller, e);
        }
    }

    @Override
    public void delete(Caller caller, long id) {
        again(() -> database.write(connection -> {
            FileRow file = readable(connection, caller, id);
            RecordGate.Place place = gate.locked(connection, caller, file.type(), file.record());
            return guarded(() -> {
                if (!files.delete(connection, id)) {
                    throw noFile(caller);
                }
                contents.release(connection, file.hash());
                tell(connection, caller, place, new ChangeEntry.Diff(file.title(), null));
                contentsReleased();
                return null;
            });
        }));
    }

    @Override
    public void trash(Caller caller, long id) {
        again(() -> database.write(connection -> {
            FileRow file = readable(connection, caller, id);
            RecordGate.Place place = gate.locked(connection, caller, file.type(), file.record());
            return guarded(() -> {
                if (!files.trash(connection, id, journal.now())) {
                    throw noFile(caller);
                }
                tell(connection, caller, place, new ChangeEntry.Diff(file.title(), null));
                return null;
            });
        }));
    }

    @Override
    public StoredFile restore(Caller caller, long id) {
        return again(() -> database.write(connection -> {
            FileRow file = files.trashed(connection, id);
            if (file == null || !gate.mayRead(connection, caller, file.type(), file.record())) {
                throw noFile(caller);
            }
            RecordGate.Place place = gate.locked(connection, caller, file.type(), file.record());
            return guarded(() -> {
                if (!files.restore(connection, id)) {
                    throw noFile(caller);
                }
                tell(connection, caller, place, new ChangeEntry.Diff(null, file.title()));
                return shown(connection, caller, List.of(file)).get(0);
            });
        }));
    }

    /** To be called in a transaction that leaves contents without a file: they go at once after it. */
    void contentsReleased() {
        database.afterCommit(care::contentsReleased);
    }

    @Override
    public long largest() {
        return limits.largest();
    }

    private FileRow readable(Connection connection, Caller caller, long id) throws SQLException {
        FileRow file = files.find(connection, id);
        if (file == null || !gate.mayRead(connection, caller, file.type(), file.record())) {
            throw noFile(caller);
        }
        return file;
    }

    /** What hangs at a request about personal data is all that there is about somebody: who reads the request may not have it. */
    private void requireOpening(Caller caller, FileRow file) {
        if (PersonalData.REQUESTS.equals(file.type()) && !gate.rights(caller).allows(PersonalData.PERMISSION)) {
            throw faults.forbidden(caller, "privacy.forbidden");
        }
    }

    /** A content that is there already takes no more room. */
    private void requireRoom(Connection connection, Caller caller, ReceivedFile received) throws SQLException {
        long quota = limits.quota();
        if (!contents.knows(connection, received.hash()) && contents.bytes(connection) + received.size() > quota) {
            LOG.warn("A file was refused: all files together may take {} MB", FileLimits.megabytes(quota));
            throw faults.tooLarge(caller, "fault.file.quota");
        }
    }

    private String mediaType(Caller caller, ReceivedFile received, String name) {
        try {
            return types.of(received.path(), name);
        } catch (IOException e) {
            throw unavailable(caller, e);
        }
    }

    private void tell(Connection connection, Caller caller, RecordGate.Place place, ChangeEntry.Diff diff)
            throws SQLException {
        journal.write(connection, caller, place, Map.of(HISTORY, diff));
    }

    private List<StoredFile> shown(Connection connection, Caller caller, List<FileRow> rows) throws SQLException {
        Set<Reference> wanted = new HashSet<>();
        for (FileRow row : rows) {
            wanted.add(Reference.to(row.type(), row.record()));
            wanted.add(Labels.user(row.by()));
        }
        Map<Reference, String> found = labels.find(connection, caller, gate.rights(caller), wanted);
        return rows.stream()
                .map(row -> new StoredFile(
                        row.id(),
                        Labels.named(Reference.to(row.type(), row.record()), found),
                        row.name(),
                        row.mediaType(),
                        row.size(),
                        row.hash(),
                        row.version(),
                        Labels.named(Labels.user(row.by()), found),
                        row.at()))
                .toList();
    }

    private RuntimeException noFile(Caller caller) {
        return faults.notFound(caller, "fault.file.none");
    }

    private Unavailable unavailable(Caller caller, IOException cause) {
        LOG.error("The store of files failed", cause);
        return new Unavailable(faults.text(caller, "fault.file.unavailable"));
    }

    /** Once something is written, a failure undoes the transaction around it, whoever catches it. */
    private <T> T guarded(Step<T> step) throws SQLException {
        boolean done = false;
        try {
            T result = step.run();
            done = true;
            return result;
        } finally {
            if (!done) {
                database.doom();
            }
        }
    }

    /** Two who add the same at the same moment are no fault of theirs: whoever the database sends away tries again. */
    private <T> T again(Supplier<T> change) {
        for (int tries = 1; ; tries++) {
            try {
                return change.get();
            } catch (StoreException e) {
                if (!e.isDuplicate() || tries == Database.MOST_TRIES || database.inTransaction()) {
                    throw e;
                }
            }
        }
    }

    private interface Step<T> {
        T run() throws SQLException;
    }
}
