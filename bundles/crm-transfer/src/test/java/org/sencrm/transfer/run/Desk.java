package org.sencrm.transfer.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.Imports;
import org.sencrm.transfer.support.Crm;
import org.sencrm.transfer.support.PlainSettings;

/** Imports as somebody at a desk uses them: choose a file, say how, look at the result. */
final class Desk {

    final Crm crm;
    FileImports imports;

    Desk(Crm crm) {
        this.crm = crm;
        start();
    }

    final Profiles profiles = new Profiles();

    /** As after a restart: nothing is left but what is stored. */
    void start() {
        imports = new FileImports(
                crm.records,
                crm.types,
                crm.rights,
                new PlainSettings(),
                crm.messages,
                crm.jobs,
                profiles,
                crm.source,
                crm.folder);
    }

    String upload(String text) {
        return imports.upload(Crm.LAN, "data.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    Imports.Status run(String type, String text, ImportOptions options) {
        Imports.Status started = imports.start(Crm.LAN, type, upload(text), options);
        return finished(started.id());
    }

    Imports.Status finished(long id) {
        crm.jobs.await();
        return imports.status(Crm.LAN, id);
    }

    String errors(Caller caller, long id) {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        imports.errors(caller, id, csv);
        return csv.toString(StandardCharsets.UTF_8);
    }

    static ImportOptions create() {
        return ImportOptions.guessed();
    }

    static ImportOptions upsert(String key) {
        return new ImportOptions(null, key, ImportOptions.Mode.UPSERT, Map.of(), null, null, null, null, null, false);
    }

    static ImportOptions update(String key) {
        return new ImportOptions(null, key, ImportOptions.Mode.UPDATE, Map.of(), null, null, null, null, null, false);
    }

    static ImportOptions mapped(Map<String, String> map) {
        return new ImportOptions(map, null, ImportOptions.Mode.CREATE, Map.of(), null, null, null, null, null, false);
    }

    static ImportOptions replacing(String column, String from, String to) {
        return new ImportOptions(
                null,
                null,
                ImportOptions.Mode.CREATE,
                Map.of(column, Map.of(from, to)),
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
