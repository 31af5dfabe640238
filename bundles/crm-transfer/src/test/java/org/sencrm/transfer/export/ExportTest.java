package org.sencrm.transfer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Right;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.transfer.Exports.Format;
import org.sencrm.transfer.file.Row;
import org.sencrm.transfer.file.TableFile;
import org.sencrm.transfer.file.TableRows;
import org.sencrm.transfer.support.Crm;

class ExportTest {

    @TempDir
    Path folder;

    private Crm crm;
    private FileExports exports;

    @BeforeEach
    void open() {
        crm = new Crm(folder);
        exports = new FileExports(crm.records, crm.types, crm.rights, crm.messages, crm.audit);
        RecordData account = crm.add("accounts", Map.of("name", "Á Đông"));
        RecordData lan = crm.add("users", Map.of("name", "Lan"));
        RecordData mai = crm.add("users", Map.of("name", "Mai; Anh"));
        Map<String, Object> full = new HashMap<>();
        full.put("name", "=1+1");
        full.put("account", Reference.to("accounts", account.id()));
        full.put("stage", "Won");
        full.put("amount", new Money(new BigDecimal("1054.5"), "VND"));
        full.put("probability", new BigDecimal("12.5"));
        full.put("engagedOn", LocalDate.of(2016, 10, 25));
        full.put("nextCallAt", Instant.parse("2026-01-02T03:04:05Z"));
        full.put("effort", Duration.ofMinutes(90));
        full.put("helpers", List.of(Reference.to("users", lan.id()), Reference.to("users", mai.id())));
        full.put("tags", List.of("hot", "cold"));
        full.put("note", "two\nlines; \"quoted\"");
        crm.add("opportunities", full);
        crm.add("opportunities", Map.of("name", "bare"));
    }

    @Test
    void whoExportsIsWrittenDownBeforeTheFirstLineAndWithTheNumberAfterTheLast() throws IOException {
        export(Format.CSV, Query.of("opportunities").matching("bare"));

        assertEquals(
                List.of("records.exportBegun", "records.exported"),
                crm.audit.events.stream().map(AuditEvent::kind).toList());
        AuditEvent done = crm.audit.events.get(1);
        assertEquals("opportunities", done.type());
        assertEquals(1L, done.details().get("records"));
        assertEquals(true, done.details().get("filtered"));
        assertFalse(crm.audit.events.toString().contains("bare"), "a filter may hold names");
    }

    @Test
    void anExportThatBreaksOffIsWrittenDown() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThrows(
                UncheckedIOException.class,
                () -> exports.write(Crm.ADMINISTRATOR, Query.of("opportunities"), Format.CSV, gone));
        assertEquals(
                List.of("records.exportBegun"),
                crm.audit.events.stream().map(AuditEvent::kind).toList());
    }

    @Test
    void csvHasFieldNamesAndNeutralisedText() throws IOException {
        List<Row> rows = table(Format.CSV, Query.of("opportunities"));

        String text = export(Format.CSV, Query.of("opportunities"));
        assertTrue(
                text.startsWith("\uFEFFid,name,account,account.id,product,product.id,stage,amount,amount.currency,"));
        assertTrue(text.contains(",'=1+1,Á Đông,"), text);
        assertEquals("=1+1", rows.get(0).text(1));
        assertEquals(
                "two\nlines; \"quoted\"", rows.get(0).cells().get(header(text).indexOf("note")));
        assertEquals("Lan; Mai; Anh", rows.get(0).text(header(text).indexOf("helpers")));
    }

    @Test
    void aWorkbookHoldsNumbersDaysAndText() throws IOException {
        List<Row> rows = table(Format.XLSX, Query.of("opportunities").reading("name", "amount", "engagedOn", "note"));

        assertEquals(
                List.of("=1+1", "1054.5", "VND", "2016-10-25", "two\nlines; \"quoted\""),
                rows.get(0).cells().subList(1, 6));
        assertTrue(rows.get(0).isExact(2));
        assertEquals("bare", rows.get(1).text(1));
    }

    @Test
    void jsonLinesAreRecordsAsTheyTravel() throws IOException {
        String[] lines = export(Format.JSONL, Query.of("opportunities")).split("\n");

        JsonNode record = new ObjectMapper().readTree(lines[0]);
        assertEquals(2, lines.length);
        assertEquals("opportunities", record.get("type").asText());
        assertTrue(record.get("id").isTextual());
        assertEquals("=1+1", record.get("name").asText());
        assertEquals("Á Đông", record.get("account").get("label").asText());
        assertEquals("1054.5", record.get("amount").get("amount").asText());
        assertEquals("2016-10-25", record.get("engagedOn").asText());
        assertEquals(12.5, record.get("probability").asDouble());
        assertEquals(2, record.get("helpers").size());
        assertTrue(new ObjectMapper().readTree(lines[1]).get("amount").isNull());
    }

    @Test
    void everyPageIsWritten() throws IOException {
        for (int i = 0; i < 1_234; i++) {
            crm.add("products", Map.of("name", "P" + i));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertEquals(1_234, exports.write(Crm.LAN, Query.of("products").limitedTo(3), Format.CSV, out));
        assertEquals(1_235, out.toString(StandardCharsets.UTF_8).split("\r\n").length);
    }

    @Test
    void hiddenFieldsAndWhatWasNotAskedForAreAbsent() throws IOException {
        crm.rights.hide("opportunities", "amount");

        assertFalse(export(Format.CSV, Query.of("opportunities")).contains("amount"));
        assertFalse(export(Format.JSONL, Query.of("opportunities").reading("name", "amount"))
                .contains("amount"));
        assertEquals(
                List.of("id", "name"),
                header(export(Format.CSV, Query.of("opportunities").reading("name"))));
    }

    @Test
    void whatMayBeSeenAndNotExportedIsLeftOut() {
        crm.records.reach = (right, record) -> right != Right.EXPORT || "bare".equals(record.text("name"));

        String text = export(Format.CSV, Query.of("opportunities").reading("name"));
        assertTrue(text.contains(",bare"), text);
        assertFalse(text.contains("1+1"), text);
    }

    @Test
    void whoMayNotExportGetsNothing() {
        crm.rights.forbid(Right.EXPORT, "opportunities");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThrows(Forbidden.class, () -> exports.write(Crm.LAN, Query.of("opportunities"), Format.CSV, out));
        assertThrows(NotFound.class, () -> exports.write(Crm.LAN, Query.of("ghosts"), Format.CSV, out));
        assertEquals(0, out.size());
    }

    private String export(Format format, Query query) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(Crm.LAN, query, format, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> header(String csv) {
        return List.of(csv.substring(1, csv.indexOf("\r\n")).split(","));
    }

    private List<Row> table(Format format, Query query) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(Crm.LAN, query, format, out);
        Path file = Files.write(folder.resolve("export"), out.toByteArray());
        TableFile.check(file);
        List<Row> all = new ArrayList<>();
        try (TableRows rows =
                TableFile.open(file, new TableFile.Reading(null, null, null)).rows()) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }
}
