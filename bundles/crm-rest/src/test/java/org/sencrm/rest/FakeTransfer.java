package org.sencrm.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.job.Job;
import org.sencrm.api.record.Query;
import org.sencrm.api.transfer.Exports;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.Imports;

/** Remembers what it was given. */
final class FakeTransfer implements Imports, Exports {

    String fileName;
    String content;
    String type;
    ImportOptions options;

    @Override
    public String upload(Caller caller, String name, InputStream in) {
        try {
            fileName = name;
            content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return "file-1";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Preview preview(Caller caller, String typeName, String fileId, ImportOptions chosen) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Status start(Caller caller, String typeName, String fileId, ImportOptions chosen) {
        type = typeName;
        options = chosen;
        return status(caller, 42);
    }

    @Override
    public List<Profile> profiles(Caller caller, String of) {
        Profile profile = new Profile("acme.customers", "Acme", "accounts", List.of("CustNo"), "externalId");
        return of == null || of.equals("accounts") ? List.of(profile) : List.of();
    }

    @Override
    public Status status(Caller caller, long id) {
        if (id != 42) {
            throw new NotFound("No such import");
        }
        return new Status(42, Job.State.RUNNING, "accounts", fileName, false, 10, 4, 3, 1, 0, 0, List.of(), null);
    }

    @Override
    public List<Status> list(Caller caller, int limit) {
        return List.of(status(caller, 42));
    }

    @Override
    public void errors(Caller caller, long id, OutputStream csv) {
        write(csv, "row,message\n3,broken\n");
    }

    @Override
    public Status cancel(Caller caller, long id) {
        return status(caller, id);
    }

    @Override
    public Status resume(Caller caller, long id) {
        return status(caller, id);
    }

    @Override
    public Status undo(Caller caller, long id) {
        return status(caller, id);
    }

    @Override
    public long write(Caller caller, Query query, Format format, OutputStream file) {
        write(file, "name\nSen\n");
        return 1;
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
