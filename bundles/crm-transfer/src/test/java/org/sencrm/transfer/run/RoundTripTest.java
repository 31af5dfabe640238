package org.sencrm.transfer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.transfer.Exports.Format;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.Imports;
import org.sencrm.transfer.export.FileExports;
import org.sencrm.transfer.support.Crm;

/** What was exported comes in again without a question and without loss. */
class RoundTripTest {

    @TempDir
    Path folder;

    private Crm crm;
    private Desk desk;

    @BeforeEach
    void fill() {
        crm = new Crm(folder);
        desk = new Desk(crm);
        RecordData one = crm.add("accounts", Map.of("name", "Acme"));
        RecordData twin = crm.add("accounts", Map.of("name", "Acme"));
        RecordData mai = crm.add("users", Map.of("name", "Mai; Anh"));
        RecordData lan = crm.add("users", Map.of("name", "Lan"));
        for (int i = 0; i < 20; i++) {
            Map<String, Object> values = new HashMap<>();
            values.put(
                    "name",
                    List.of("=1+1", "'=1+1", "-5", "'quoted", "Ông \"Ba\", Huế", "1.234")
                            .get(i % 6));
            values.put("account", Reference.to("accounts", (i % 2 == 0 ? one : twin).id()));
            values.put("stage", "Won");
            values.put("amount", new Money(new BigDecimal("1.234"), i % 2 == 0 ? "VND" : "EUR"));
            values.put("probability", new BigDecimal("12.345"));
            values.put("engagedOn", LocalDate.of(2016, 3, 1 + i % 12));
            values.put("nextCallAt", Instant.parse("2026-01-02T03:04:05Z"));
            values.put("effort", Duration.ofMinutes(90 + i));
            values.put("helpers", List.of(Reference.to("users", mai.id()), Reference.to("users", lan.id())));
            values.put("tags", List.of("hot", "cold"));
            values.put("note", "two\nlines; \"quoted\"");
            crm.add("opportunities", values);
        }
    }

    @ParameterizedTest
    @CsvSource({"CSV, en", "CSV, vi", "XLSX, en", "XLSX, vi"})
    void nothingChangesWhenOurOwnFileComesBack(Format format, String language) {
        Caller caller = Crm.LAN.speaking(Locale.forLanguageTag(language));

        Imports.Status status = bring(caller, format, ImportOptions.Mode.UPSERT);

        assertEquals(20, status.skipped(), () -> status.toString());
    }

    @ParameterizedTest
    @CsvSource({"CSV", "XLSX"})
    void theSameRecordsAreMadeAgain(Format format) {
        List<RecordData> before = crm.records.all("opportunities");

        Imports.Status status = bring(Crm.LAN, format, ImportOptions.Mode.CREATE);

        assertEquals(20, status.created(), () -> status.toString());
        List<RecordData> after = crm.records.all("opportunities");
        for (int i = 0; i < 20; i++) {
            Map<String, Object> was = new HashMap<>(before.get(i).values());
            Map<String, Object> is = new HashMap<>(after.get(20 + i).values());
            was.remove("id");
            is.remove("id");
            assertEquals(String.valueOf(was), String.valueOf(is));
        }
    }

    /** The file of a purged module's fields: ids, name and the fields, of the records that have any of them. */
    @Test
    void theFieldsOfAPurgedModuleComeBackToTheirRecords() {
        List<String> fields = List.of("probability", "engagedOn", "effort", "helpers", "tags", "note", "amount");
        List<String> columns = new ArrayList<>(List.of("id", "externalId", "name"));
        columns.addAll(fields);
        List<RecordData> before = crm.records.all("opportunities");
        byte[] file = export(Crm.LAN, Query.of("opportunities").reading(columns), Format.CSV);
        Map<String, Object> nothing = new HashMap<>();
        fields.forEach(field -> nothing.put(field, null));
        before.forEach(one -> crm.records.update(Crm.LAN, "opportunities", one.id(), one.version(), nothing));
        assertNull(crm.records.all("opportunities").get(0).get("note"));

        Imports.Status status = bring(Crm.LAN, file, ImportOptions.Mode.UPDATE);

        assertEquals(20, status.updated(), () -> status.toString());
        List<RecordData> after = crm.records.all("opportunities");
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    String.valueOf(before.get(i).values()),
                    String.valueOf(after.get(i).values()));
        }
    }

    private Imports.Status bring(Caller caller, Format format, ImportOptions.Mode mode) {
        return bring(caller, export(caller, Query.of("opportunities"), format), mode);
    }

    private byte[] export(Caller caller, Query query, Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FileExports(crm.records, crm.types, crm.rights, crm.messages, crm.audit).write(caller, query, format, out);
        return out.toByteArray();
    }

    private Imports.Status bring(Caller caller, byte[] content, ImportOptions.Mode mode) {
        String file = desk.imports.upload(caller, "export", new ByteArrayInputStream(content));
        ImportOptions options = new ImportOptions(null, null, mode, Map.of(), null, null, null, null, null, false);
        return desk.finished(
                desk.imports.start(caller, "opportunities", file, options).id());
    }
}
