package org.sencrm.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.search.SearchIndex.Entry;
import org.sencrm.api.search.SearchIndex.Found;

class LuceneIndexTest {

    private static final List<String> ALL = List.of("accounts", "contacts");

    @TempDir
    Path folder;

    private final AtomicInteger restarts = new AtomicInteger();
    private LuceneIndex index;

    @BeforeEach
    void open() throws IOException {
        index = new LuceneIndex(folder, restarts::incrementAndGet);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void vietnameseNamesAreFoundWithoutTheirAccents() {
        take(contact(1, "Nguyễn Thị Ánh"), contact(2, "Công ty Đồng Tâm"), contact(3, "Trần Văn Bảo"));

        assertEquals(List.of(1L), find("nguyen"));
        assertEquals(List.of(2L), find("dong"));
        assertEquals(List.of(1L), find("ÁNH nguyễn"));
    }

    @Test
    void decomposedTextIsFoundToo() {
        take(contact(1, java.text.Normalizer.normalize("Nguyễn Đức", java.text.Normalizer.Form.NFD)));

        assertEquals(List.of(1L), find("nguyễn đức"));
    }

    @Test
    void aTypingErrorIsForgivenWhereNothingFitsExactly() {
        take(contact(1, "Nguyễn Thị Ánh"), contact(2, "Betasoloin"));

        assertEquals(List.of(1L), find("nguyn"));
        assertEquals(List.of(1L), find("ngueyn"));
        assertEquals(List.of(2L), find("betasolion"));
        assertEquals(List.of(), find("nhy"));
    }

    @Test
    void anExactHitHidesNeighbours() {
        take(contact(1, "Dong"), contact(2, "Bong"), contact(3, "Hong"));

        assertEquals(List.of(1L), find("dong"));
    }

    @Test
    void theLabelComesBeforeOtherTextAndAWholeWordBeforeABeginning() {
        take(
                new Entry("contacts", 1, "Trần Văn Bảo", "an"),
                contact(2, "Lê Văn An"),
                contact(3, "Lê Văn Anh"),
                contact(4, "An"));

        assertEquals(List.of(4L, 2L, 3L, 1L), find("an"));
    }

    @Test
    void everyWordMustFit() {
        take(contact(1, "Nguyễn Văn An"), contact(2, "Nguyễn Thị Bình"));

        assertEquals(List.of(2L), find("nguyen binh"));
        assertEquals(List.of(), find("nguyen an binh"));
    }

    @Test
    void partsOfMailAddressesAndNumbersAreFound() {
        take(new Entry("contacts", 1, "Ánh", "anh.nguyen@example.vn +84-912-345"));

        assertEquals(List.of(1L), find("anh.nguyen@"));
        assertEquals(List.of(1L), find("example.vn"));
        assertEquals(List.of(1L), find("912-34"));
    }

    @Test
    void onlyTheTypesAskedForAreSearched() {
        take(contact(1, "Sao Mai"), new Entry("accounts", 2, "Sao Mai", ""));

        assertEquals(List.of(new Found("accounts", 2)), index.find(List.of("accounts"), "sao", 10));
        assertEquals(List.of(), index.find(List.of(), "sao", 10));
    }

    @Test
    void matchingIsExactAndStopsAtTheLimit() {
        take(contact(1, "Nguyễn An"), contact(2, "Nguyễn Bình"), contact(3, "Nguyen Chi"), contact(4, "Trần An"));

        assertArrayEquals(new long[] {1, 2, 3}, sorted(index.matching("contacts", "ngu", 10)));
        assertArrayEquals(new long[] {1}, index.matching("contacts", "an nguyen", 10));
        assertEquals(2, index.matching("contacts", "nguyen", 2).length);
        assertEquals(0, index.matching("contacts", "nguyn", 10).length);
        assertEquals(0, index.matching("accounts", "nguyen", 10).length);
        assertEquals(0, index.matching("contacts", "  ", 10).length);
    }

    @Test
    void aChangedRecordIsFoundByItsNewWordsAndAForgottenOneNotAtAll() {
        take(contact(1, "Sao Mai"));
        take(contact(1, "Bình Minh"));
        assertEquals(List.of(), find("sao"));
        assertEquals(List.of(1L), find("binh"));

        take(new Entry("contacts", 1, null, null));
        assertEquals(List.of(), find("binh"));
    }

    @Test
    void clearingATypeLeavesTheOthers() {
        take(contact(1, "Sao Mai"), new Entry("accounts", 2, "Sao Mai", ""));

        index.clear("contacts");

        assertEquals(List.of(2L), find("sao"));
    }

    @Test
    void syntaxOfTheEngineIsPlainText() {
        take(contact(1, "A*B (thử) \"x\" [1 TO 2] ~ ^"));

        assertEquals(List.of(1L), find("\"thu\" [1"));
        assertEquals(List.of(), find("***"));
        assertEquals(0, index.matching("contacts", "*", 10).length);
    }

    @Test
    void aVeryLongWordIsTakenAndFound() {
        take(contact(1, "x".repeat(50_000)));

        assertEquals(List.of(1L), find("x".repeat(50_000)));
    }

    @Test
    void thePositionIsThatOfTheLastCommit() throws IOException {
        assertEquals(0, index.position());
        index.update(List.of(contact(1, "Sao Mai")), 17);
        assertEquals(0, index.position());

        index.keep();

        assertEquals(17, index.position());
        index.update(List.of(contact(2, "Sao Băng")), 18);
        reopen();
        assertEquals(18, index.position());
        assertEquals(List.of(1L, 2L), find("sao").stream().sorted().toList());
    }

    @Test
    void aDamagedIndexIsDropped() throws IOException {
        index.update(List.of(contact(1, "Sao Mai")), 17);
        index.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".cfs")).toList()) {
                byte[] content = Files.readAllBytes(file);
                content[content.length / 2] ^= 0x55;
                Files.write(file, content);
            }
        }

        open();

        assertEquals(0, index.position());
        assertEquals(List.of(), find("sao"));
        take(contact(1, "Sao Mai"));
        assertEquals(List.of(1L), find("sao"));
    }

    @Test
    void aTornIndexIsDropped() throws IOException {
        index.update(List.of(contact(1, "Sao Mai")), 17);
        index.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        open();

        assertEquals(0, index.position());
    }

    @Test
    void anIndexOfAnotherFormatIsDropped() throws IOException {
        index.close();
        try (IndexWriter foreign = new IndexWriter(
                FSDirectory.open(folder), new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.CREATE))) {
            foreign.setLiveCommitData(
                    java.util.Map.of("position", "99", "format", "other").entrySet());
            foreign.commit();
        }

        open();

        assertEquals(0, index.position());
    }

    @Test
    void anIndexThatCannotBeWrittenAnyMoreAsksForANewStart() throws Exception {
        index.keep();
        assertEquals(0, restarts.get());
        index.update(List.of(contact(1, "Sao Mai")), 17);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        assertThrows(UncheckedIOException.class, () -> index.update(List.of(contact(2, "Sao Băng")), 18));

        index.keep();

        assertEquals(1, restarts.get());
    }

    private void reopen() throws IOException {
        index.close();
        open();
    }

    private void take(Entry... entries) {
        index.update(List.of(entries), 1);
    }

    private List<Long> find(String text) {
        return index.find(ALL, text, 10).stream().map(Found::id).toList();
    }

    private static Entry contact(long id, String name) {
        return new Entry("contacts", id, name, "");
    }

    private static long[] sorted(long[] ids) {
        return Arrays.stream(ids).sorted().toArray();
    }
}
