package org.sencrm.transfer.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFilesTest {

    private static final TableFile.Reading FIND_OUT = new TableFile.Reading(null, null, null);
    private static final String PEOPLE = "tên,thành phố\nNguyễn Văn Ứng,Đà Nẵng\nTrần Thị Hằng,Huế\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"UTF-8,", "UTF-8,\uFEFF", "UTF-16LE,", "UTF-16LE,\uFEFF", "UTF-16BE,", "UTF-16BE,\uFEFF"})
    void unicodeIsFoundOutWithAndWithoutItsMark(String charset, String mark) throws IOException {
        TableFile file = open(((mark == null ? "" : mark) + PEOPLE).getBytes(charset));

        assertEquals(charset, file.encoding());
        assertEquals(List.of("tên", "thành phố"), header(file));
        assertEquals("Nguyễn Văn Ứng", rows(file).get(0).text(0));
    }

    @Test
    void vietnameseWindowsTextIsFoundOutAndComposed() throws IOException {
        TableFile file = open(windows1258(PEOPLE));

        assertEquals("windows-1258", file.encoding());
        assertEquals(List.of("Nguyễn Văn Ứng", "Đà Nẵng"), rows(file).get(0).cells());
        assertEquals("Trần Thị Hằng", rows(file).get(1).text(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Straße;Zürich;Müller", "Où;déjà;çà", "Però;Nicolò;così", "São;coração;ões", "Þór;Sigurður;ýmis"
            })
    void westernWindowsTextIsNotTakenForVietnamese(String row) throws IOException {
        TableFile file = open(("a;b;c\n" + row + "\n").getBytes("windows-1252"));

        assertEquals("windows-1252", file.encoding());
        assertEquals(row, String.join(";", rows(file).get(0).cells()));
    }

    @Test
    void textThatIsDecomposedComesOutComposed() throws IOException {
        TableFile file = open(Normalizer.normalize(PEOPLE, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8));

        assertEquals("Nguyễn Văn Ứng", rows(file).get(0).text(0));
    }

    @Test
    void aCharacterSetThatDoesNotFitIsToldWithTheRow() throws IOException {
        byte[] bytes = ("a,b\n1,2\n" + "x,y\n".repeat(40_000) + "Müller,z\n").getBytes("windows-1252");

        TableFile file = TableFile.open(write(bytes), new TableFile.Reading("UTF-8", ",", null));
        UnreadableFile e = assertThrows(UnreadableFile.class, () -> rows(file));

        assertEquals("transfer.file.wrongEncodingAt", e.key());
    }

    @Test
    void anUnknownCharacterSetIsNamed() {
        UnreadableFile e = assertThrows(
                UnreadableFile.class,
                () -> TableFile.open(write("a,b".getBytes()), new TableFile.Reading("klingon", null, null)));

        assertEquals("transfer.file.unknownEncoding", e.key());
        assertArrayEquals(new Object[] {"klingon"}, e.arguments());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsFoundOutThoughOthersStandInTheText(String delimiter) throws IOException {
        String text = "name,note,city\n\"Lan, Hoa; Mai\",\"a|b\nc\",Huế\nAn,\"1;2;3\",Vinh\n";

        TableFile file = open(text.replace("\",\"", "\"" + delimiter + "\"")
                .replace("\",", "\"" + delimiter)
                .replace("An,", "An" + delimiter)
                .replace("name,note,", "name" + delimiter + "note" + delimiter)
                .getBytes(StandardCharsets.UTF_8));

        assertEquals(delimiter, file.delimiter());
        assertEquals(
                List.of("Lan, Hoa; Mai", "a|b\nc", "Huế"), rows(file).get(0).cells());
    }

    @Test
    void aSeparatorLineOfASpreadsheetIsNoRow() throws IOException {
        TableFile file = open("sep=;\r\na;b\r\n1,5;2\r\n".getBytes());

        assertEquals(";", file.delimiter());
        assertEquals(List.of("a", "b"), header(file));
        assertEquals(2, rows(file).get(0).number());
    }

    @Test
    void aWrongDelimiterGivesOneColumnAndNoFailure() throws IOException {
        TableFile file = TableFile.open(write("a,b\n1,2\n".getBytes()), new TableFile.Reading(null, ";", null));

        assertEquals(List.of("a,b"), header(file));
    }

    @Test
    void anOpenQuotationMarkIsToldWithRowAndColumn() throws IOException {
        TableFile file = open("name,city\nAn,Huế\nLan,\"Vinh\nMai,Hà Nội\n".getBytes(StandardCharsets.UTF_8));
        UnreadableFile e = assertThrows(UnreadableFile.class, () -> rows(file));

        assertEquals("transfer.file.openQuote", e.key());
        assertArrayEquals(new Object[] {3L, "city"}, e.arguments());
    }

    @Test
    void textAfterAClosingQuotationMarkIsToldWithItsRow() throws IOException {
        TableFile file = open("name,city\n\"An\" x,Huế\n".getBytes(StandardCharsets.UTF_8));
        UnreadableFile e = assertThrows(UnreadableFile.class, () -> rows(file));

        assertEquals("transfer.file.brokenRow", e.key());
        assertEquals(2L, e.arguments()[0]);
    }

    @Test
    void aCellOfTenMegabytesIsRefusedWithRowAndColumn() throws IOException {
        TableFile file = open(("name,note\nAn,ok\nLan,\"" + "x".repeat(10 << 20) + "\"\n").getBytes());
        UnreadableFile e = assertThrows(UnreadableFile.class, () -> rows(file));

        assertEquals("transfer.file.cellTooLong", e.key());
        assertEquals(3L, e.arguments()[0]);
        assertEquals("note", e.arguments()[1]);
    }

    @Test
    void aQuotationMarkThatSwallowsAHugeFileIsToldWithItsRow() throws IOException {
        TableFile file = open(("name,note\nAn,ok\nLan,\"open\n" + "x,y\n".repeat(6 << 20)).getBytes());
        UnreadableFile e = assertThrows(UnreadableFile.class, () -> rows(file));

        assertEquals("transfer.file.cellTooLong", e.key());
        assertEquals(3L, e.arguments()[0]);
    }

    @Test
    void twoHundredColumnsAreReadAndSixHundredRefused() throws IOException {
        TableFile wide = open((columns(200) + "\n" + columns(200) + "\n").getBytes());
        assertEquals(200, header(wide).size());
        assertEquals("c200", rows(wide).get(0).text(199));

        TableFile tooWide = open((columns(600) + "\n").getBytes());
        assertEquals(
                "transfer.file.tooManyColumns",
                assertThrows(UnreadableFile.class, tooWide::rows).key());
    }

    @Test
    void everyColumnHasANameOfItsOwn() throws IOException {
        TableFile file = open("name,,name,\n1,2,3,4\n".getBytes());

        assertEquals(List.of("name", "#2", "name (2)"), header(file));
    }

    @Test
    void blankRowsArePassedOverAndCounted() throws IOException {
        TableFile file = open("\na,b\n\n1,2\n,\n3,4\n".getBytes());

        assertEquals(List.of("a", "b"), header(file));
        assertEquals(List.of(4L, 6L), rows(file).stream().map(Row::number).toList());
    }

    @Test
    void whatIsNoTableIsRefusedAtTheDoor() throws IOException {
        assertEquals("transfer.file.empty", refused(new byte[0]));
        assertEquals("transfer.file.notATable", refused(new byte[] {1, 0, 2, 0, 0, 0, 9, 9}));
        assertEquals("transfer.file.oldOffice", refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}));
    }

    @Test
    void aFileOfBlankLinesIsEmpty() {
        assertEquals(
                "transfer.file.empty",
                assertThrows(UnreadableFile.class, () -> open("\n\n".getBytes()).rows())
                        .key());
    }

    private String refused(byte[] bytes) throws IOException {
        Path file = write(bytes);
        return assertThrows(UnreadableFile.class, () -> TableFile.check(file)).key();
    }

    private static String columns(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    }

    /** As Windows writes it: letters with their hat composed, tones as marks of their own. */
    private static byte[] windows1258(String text) throws IOException {
        StringBuilder written = new StringBuilder();
        for (String letter : text.split("")) {
            if (Charset.forName("windows-1258").newEncoder().canEncode(letter)) {
                written.append(letter);
            } else {
                String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
                String tone = parts.codePoints()
                        .filter(c -> "\u0300\u0301\u0303\u0309\u0323".indexOf(c) >= 0)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
                String base = parts.codePoints()
                        .filter(c -> "\u0300\u0301\u0303\u0309\u0323".indexOf(c) < 0)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
                written.append(Normalizer.normalize(base, Normalizer.Form.NFC)).append(tone);
            }
        }
        return written.toString().getBytes("windows-1258");
    }

    private TableFile open(byte[] bytes) throws IOException {
        Path file = write(bytes);
        TableFile.check(file);
        return TableFile.open(file, FIND_OUT);
    }

    private Path write(byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "table", "");
        return Files.write(file, bytes);
    }

    private static List<String> header(TableFile file) {
        try (TableRows rows = file.rows()) {
            return rows.header();
        }
    }

    private static List<Row> rows(TableFile file) {
        List<Row> all = new ArrayList<>();
        try (TableRows rows = file.rows()) {
            rows.forEachRemaining(all::add);
        }
        assertFalse(all.isEmpty());
        return all;
    }
}
