package org.sencrm.core.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.file.FileStore;
import org.sencrm.api.file.StoredFile;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.record.TestEngine;

/** Files on an engine of their own, in a home of their own. */
public final class FileDesk implements AutoCloseable {

    public final TestEngine engine;
    public final RecordFiles files;
    final Path home;

    FileDesk(Path home) {
        this(home, new DiskFileStore(home.resolve("files")));
    }

    /** On an engine that is there already. */
    public FileDesk(Path home, TestEngine engine) {
        this(home, engine, new DiskFileStore(home.resolve("files")));
    }

    FileDesk(Path home, FileStore store) {
        this(home, new TestEngine(), store);
    }

    private FileDesk(Path home, TestEngine engine, FileStore store) {
        this.engine = engine;
        this.home = home;
        this.files = open(store);
    }

    /** The service as a further start has it. */
    RecordFiles open(FileStore store) {
        return new RecordFiles(
                engine.database,
                engine.types,
                engine.gate,
                engine.feed,
                engine.messages,
                engine.settings,
                engine.sightings,
                store,
                home.resolve("files/uploads"),
                engine.clock);
    }

    public StoredFile add(Caller caller, RecordData record, String name, String content) {
        return files.add(caller, record.type(), record.id(), name, stream(content));
    }

    String content(Caller caller, StoredFile file) {
        try (InputStream in = files.open(caller, file.id())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> names(Caller caller, RecordData record) {
        return files.list(caller, record.type(), record.id()).stream()
                .map(StoredFile::name)
                .toList();
    }

    /** How many files the disk holds, be they contents or uploads. */
    public long onDisk() {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits for what is tidied up, and leaves the engine. */
    public void leave() throws InterruptedException {
        files.close();
    }

    @Override
    public void close() throws InterruptedException {
        files.close();
        engine.close();
    }
}
