package org.sencrm.transfer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbooksTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("book.xlsx");
    }

    @Test
    void cellsComeOutAsPeopleMeanThem() throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Khách hàng");
            sheet.value(0, 0, "tên");
            sheet.value(0, 1, "ngày");
            sheet.value(0, 2, "lúc");
            sheet.value(0, 3, "tỷ lệ");
            sheet.value(0, 4, "số");
            sheet.value(0, 5, "có");
            sheet.value(1, 0, "Công ty Á Đông");
            sheet.value(1, 1, LocalDate.of(2017, 3, 1));
            sheet.style(1, 1).format("dd/mm/yyyy").set();
            sheet.value(1, 2, LocalDateTime.of(2017, 3, 1, 14, 5));
            sheet.style(1, 2).format("yyyy-mm-dd hh:mm").set();
            sheet.value(1, 3, 0.125);
            sheet.style(1, 3).format("0.0%").set();
            sheet.value(1, 4, 0.1 + 0.2);
            sheet.value(1, 5, true);
        }

        Row row = rows(null).get(0);

        assertEquals(
                List.of("Công ty Á Đông", "2017-03-01", "2017-03-01T14:05:00", "12.5%", "0.3", "true"),
                row.cells().stream().map(String::toString).toList());
        assertTrue(row.isExact(4));
        assertFalse(row.isExact(0));
    }

    @Test
    void theSheetCanBeChosen() throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            for (String name : List.of("A", "B")) {
                Worksheet sheet = book.newWorksheet(name);
                sheet.value(0, 0, "name");
                sheet.value(1, 0, "of " + name);
            }
        }

        assertEquals("of A", rows(null).get(0).text(0));
        assertEquals("of B", rows("B").get(0).text(0));
        assertEquals(List.of("A", "B"), open(null).sheets());
        assertEquals(
                "transfer.file.unknownSheet",
                assertThrows(UnreadableFile.class, () -> open("C")).key());
    }

    @Test
    void aDocumentTypeIsRefusedInAnyEncoding() throws IOException {
        String bad = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x/>";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            zip(Map.of("xl/workbook.xml", bad.getBytes(charset)));

            assertEquals("transfer.file.doctype", refused());
        }
    }

    @Test
    void aPartThatInflatesBeyondMeasureIsRefused() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("xl/workbook.xml", "<workbook/>".getBytes());
        parts.put("xl/worksheets/sheet1.xml", new byte[64 << 20]);
        zip(parts);

        assertEquals("transfer.file.bomb", refused());
    }

    @Test
    void partsThatDifferInCaseOnlyAreRefused() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("xl/workbook.xml", "<workbook/>".getBytes());
        parts.put("XL/Workbook.xml", "<workbook/>".getBytes());
        zip(parts);

        assertEquals("transfer.file.brokenWorkbook", refused());
    }

    @Test
    void anArchiveThatIsNoWorkbookIsRefused() throws IOException {
        zip(Map.of("readme.txt", "hello".getBytes()));

        assertEquals("transfer.file.notATable", refused());
    }

    @Test
    void aTornWorkbookIsRefused() throws IOException {
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});

        assertEquals("transfer.file.brokenWorkbook", refused());
    }

    @Test
    void aWorkbookWithNonsenseInsideIsRefusedAndNotAFailure() throws IOException {
        zip(Map.of("xl/workbook.xml", "<workbook><sheets></wrong>".getBytes()));

        TableFile.check(file);

        assertEquals(
                "transfer.file.brokenWorkbook",
                assertThrows(UnreadableFile.class, () -> open(null)).key());
    }

    private String refused() {
        return assertThrows(UnreadableFile.class, () -> TableFile.check(file)).key();
    }

    private void zip(Map<String, byte[]> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
    }

    private TableFile open(String sheet) {
        TableFile.check(file);
        return TableFile.open(file, new TableFile.Reading(null, null, sheet));
    }

    private List<Row> rows(String sheet) {
        List<Row> all = new ArrayList<>();
        try (TableRows rows = open(sheet).rows()) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }
}
