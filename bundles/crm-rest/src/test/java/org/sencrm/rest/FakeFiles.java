package org.sencrm.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.TooLarge;
import org.sencrm.api.file.Files;
import org.sencrm.api.file.StoredFile;
import org.sencrm.api.record.Reference;

/** Files in memory, at the account 1; the account 2 may only be read. Every content is a picture to it. */
final class FakeFiles implements Files {

    static final String HASH = "ab".repeat(32);
    static final long LARGEST = 1_000_000;

    final List<StoredFile> stored = new ArrayList<>();
    final List<byte[]> contents = new ArrayList<>();
    int openUploads;

    private StoredFile trashed;

    @Override
    public StoredFile add(Caller caller, String type, long record, String name, InputStream content) {
        try (Upload upload = receive(caller, content)) {
            return add(caller, type, record, name, upload);
        }
    }

    @Override
    public Upload receive(Caller caller, InputStream content) {
        try {
            byte[] bytes = content.readAllBytes();
            if (bytes.length > LARGEST) {
                throw new TooLarge("too large");
            }
            openUploads++;
            return new Bytes(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public StoredFile add(Caller caller, String type, long record, String name, Upload upload) {
        if (record == 2) {
            throw new Forbidden("read only");
        } else if (record != 1 || !"accounts".equals(type)) {
            throw new NotFound("no such record");
        }
        long id = stored.size() + 1L;
        stored.add(new StoredFile(
                id,
                new Reference(type, record, "Sen"),
                name,
                "image/png",
                upload.size(),
                HASH,
                (int) id,
                FakeCrm.ANNA_REFERENCE,
                Instant.EPOCH));
        contents.add(((Bytes) upload).bytes);
        return stored.get(stored.size() - 1);
    }

    @Override
    public List<StoredFile> list(Caller caller, String type, long record) {
        return stored.stream()
                .filter(file -> file.record().equals(new Reference(type, record, "Sen")))
                .toList();
    }

    @Override
    public StoredFile get(Caller caller, long id) {
        if (id < 1 || id > stored.size()) {
            throw new NotFound("no such file");
        }
        return stored.get((int) id - 1);
    }

    @Override
    public List<StoredFile> versions(Caller caller, long id) {
        return List.of(get(caller, id));
    }

    @Override
    public InputStream open(Caller caller, long id) {
        return new ByteArrayInputStream(contents.get((int) id - 1));
    }

    @Override
    public void delete(Caller caller, long id) {
        stored.remove(get(caller, id));
    }

    @Override
    public void trash(Caller caller, long id) {
        trashed = get(caller, id);
        stored.remove(trashed);
    }

    @Override
    public StoredFile restore(Caller caller, long id) {
        if (trashed == null || trashed.id() != id) {
            throw new NotFound("no such file in the trash");
        }
        stored.add(trashed);
        return trashed;
    }

    @Override
    public long largest() {
        return LARGEST;
    }

    private final class Bytes implements Upload {

        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void close() {
            openUploads--;
        }
    }
}
