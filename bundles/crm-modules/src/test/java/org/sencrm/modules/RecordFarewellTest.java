package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.transfer.Exports;

/** The files that are left of a module. */
class RecordFarewellTest {

    private static final String ID = "acme-visits";

    @TempDir
    private Path folder;

    private final Map<Query, List<String>> records = new TreeMap<>((one, other) -> key(one).compareTo(key(other)));
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage(folder);
        stage.sql("create table ACME_VISITS_VISIT (ID bigint)");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theTrashIsAFileOfItsOwn() throws Exception {
        records.put(Query.of("places"), List.of("Huế", "Đà Nẵng"));
        records.put(Query.of("places").inTrash(), List.of("Vinh"));
        records.put(Query.of("visits"), List.of("first"));

        farewell().export(ID);

        assertEquals(Map.of("places.csv", "Huế,Đà Nẵng", "places-trash.csv", "Vinh", "visits.csv", "first"), files());
    }

    private RecordFarewell farewell() {
        return new RecordFarewell(
                stage.home,
                new ModuleTables(stage.database, stage.data),
                stage.data,
                () -> Optional.of(new Types()),
                () -> Optional.of(this::write),
                stage.clock);
    }

    private long write(Caller caller, Query query, Exports.Format format, OutputStream file) {
        List<String> found = records.getOrDefault(query, List.of());
        try {
            file.write(String.join(",", found).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.size();
    }

    private static String key(Query query) {
        return query.type() + query.trashed();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : Home.list(stage.home.exports().resolve(ID + "-20260101-000000"))) {
            files.put(file.getFileName().toString(), Files.readString(file));
        }
        return files;
    }

    private static final class Types implements RecordTypes {

        @Override
        public List<RecordType> all() {
            return List.of(type("places", ID), type("visits", ID), type("accounts", "crm-core"));
        }

        private static RecordType type(String name, String module) {
            return new RecordType(name, module, "name", "box", "", 1, null, false, List.of());
        }

        @Override
        public Optional<RecordType> find(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RecordType get(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Choice> choices(String type, String field, Locale locale) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Object> initialValues(String type) {
            throw new UnsupportedOperationException();
        }
    }
}
