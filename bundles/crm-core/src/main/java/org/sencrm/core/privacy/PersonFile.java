package org.sencrm.core.privacy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.file.StoredFile;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.privacy.PersonalData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;
import org.sencrm.core.file.RecordFiles;
import org.sencrm.core.record.RecordService;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.TypeRegistry;
import org.sencrm.core.value.Json;

/**
 * Packs all that there is about a person into a zip: a page to read, the same as JSON for another product, and the files.
 * What was packed for an earlier request is left out.
 */
final class PersonFile {

    private static final Caller EYES = Caller.system();

    private final RecordFiles files;
    private final Messages messages;
    private final PersonReader reader;

    PersonFile(Database database, RecordService records, TypeRegistry types, RecordFiles files, Messages messages) {
        this.files = files;
        this.messages = messages;
        this.reader = new PersonReader(database, records, types, messages);
    }

    /** @return how many records are in the file that hangs at the request then */
    long write(Caller caller, Reach reach, long request, Jobs.Progress progress) {
        try {
            Path packed = Files.createTempFile("crm-person", ".zip");
            try {
                long written = pack(caller, reach, packed, progress);
                if (!progress.cancelled()) {
                    try (InputStream content = Files.newInputStream(packed)) {
                        String name = messages.text(caller.locale(), "privacy.export.fileName", Long.toString(request));
                        files.add(caller, PersonalData.REQUESTS, request, name, content);
                    }
                }
                return written;
            } finally {
                Files.delete(packed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long pack(Caller caller, Reach reach, Path into, Jobs.Progress progress) throws IOException {
        List<PersonReader.Part> parts = new ArrayList<>();
        Map<String, Object> json = new LinkedHashMap<>();
        List<Map<String, Object>> members = new ArrayList<>();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(into));
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Reference record : reach.all()) {
                if (progress.cancelled()) {
                    break;
                }
                PersonReader.Part part =
                        reader.read(caller, record, reach.persons().contains(record));
                List<Map<String, Object>> packed = packFiles(zip, record);
                parts.add(part);
                members.add(part.json(packed));
                progress.done(parts.size());
            }
            json.put("records", members);
            json.put("mails", reader.mails(reach));
            entry(zip, "data.json", Json.write(json));
            entry(zip, "index.html", new PersonPage(messages, caller.locale()).of(members, parts));
        }
        return parts.size();
    }

    private List<Map<String, Object>> packFiles(ZipOutputStream zip, Reference record) throws IOException {
        List<Map<String, Object>> packed = new ArrayList<>();
        if (PersonalData.REQUESTS.equals(record.type())) {
            return packed;
        }
        for (StoredFile file : files.list(EYES, record.type(), record.id())) {
            String name = "files/" + file.id() + '-' + file.name();
            zip.putNextEntry(new ZipEntry(name));
            try (InputStream content = files.open(EYES, file.id())) {
                content.transferTo(zip);
            }
            zip.closeEntry();
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("name", file.name());
            said.put("path", name);
            said.put("bytes", file.size());
            packed.add(said);
        }
        return packed;
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
