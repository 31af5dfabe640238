package org.sencrm.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.file.StoredFile;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.TimelineEntry;

class RecordFilesTest {

    @TempDir
    Path home;

    private FileDesk desk;
    private RecordData deal;
    private Caller an;

    @BeforeEach
    void open() {
        desk = new FileDesk(home);
        deal = desk.engine.deal("name", "Lotus");
        an = as(desk.engine.user("An", null, desk.engine.create("roles", "name", "c", "administrator", true)));
    }

    @AfterEach
    void close() throws InterruptedException {
        desk.close();
    }

    @Test
    void aFileComesBackAsItWas() {
        StoredFile added = desk.add(an, deal, "hợp đồng.txt", "Sen");

        assertEquals("hợp đồng.txt", added.name());
        assertEquals("text/plain", added.mediaType());
        assertEquals(3, added.size());
        assertEquals(1, added.version());
        assertEquals("An", added.by().label());
        assertEquals("Lotus", added.record().label());
        assertEquals(desk.engine.clock.instant(), added.at());
        assertEquals(added, desk.files.get(an, added.id()));
        assertEquals(List.of(added), desk.files.list(an, DEALS, deal.id()));
        assertEquals("Sen", desk.content(an, added));
        assertTrue(Files.exists(home.resolve(
                "files/" + added.hash().substring(0, 2) + "/" + added.hash().substring(2))));
    }

    @Test
    void aFileOfTheSameNameIsTheNextVersion() {
        StoredFile first = desk.add(an, deal, "offer.txt", "10");
        StoredFile second = desk.add(an, deal, "../offer.txt", "20");
        desk.add(an, deal, "other.txt", "30");
        RecordData another = desk.engine.deal("name", "another");

        assertEquals(2, second.version());
        assertEquals(1, desk.add(an, another, "offer.txt", "40").version());
        assertEquals(List.of("other.txt", "offer.txt"), desk.names(an, deal));
        assertEquals(second, desk.files.list(an, DEALS, deal.id()).get(1));
        assertEquals(List.of(second, first), desk.files.versions(an, first.id()));
        assertEquals("10", desk.content(an, first));
        assertEquals("20", desk.content(an, second));
    }

    @Test
    void aDeletedVersionIsGoneAndOthersStay() {
        StoredFile first = desk.add(an, deal, "offer.txt", "10");
        StoredFile second = desk.add(an, deal, "offer.txt", "20");

        desk.files.delete(an, second.id());

        assertThrows(NotFound.class, () -> desk.files.get(an, second.id()));
        assertThrows(NotFound.class, () -> desk.files.open(an, second.id()));
        assertThrows(NotFound.class, () -> desk.files.delete(an, second.id()));
        assertEquals(List.of(first), desk.files.list(an, DEALS, deal.id()));
    }

    @Test
    void whatIsInTheTrashIsOutOfSightAndComesBackAsItWas() throws IOException {
        StoredFile first = desk.add(an, deal, "offer.txt", "10");
        StoredFile second = desk.add(an, deal, "offer.txt", "20");

        desk.files.trash(an, second.id());
        desk.files.care().tidy();

        assertThrows(NotFound.class, () -> desk.files.get(an, second.id()));
        assertThrows(NotFound.class, () -> desk.files.open(an, second.id()));
        assertThrows(NotFound.class, () -> desk.files.trash(an, second.id()));
        assertEquals(List.of(first), desk.files.list(an, DEALS, deal.id()));
        assertEquals(List.of(first), desk.files.versions(an, first.id()));
        assertEquals(3, desk.add(an, deal, "offer.txt", "30").version());

        assertEquals(second, desk.files.restore(an, second.id()));
        assertEquals("20", desk.content(an, second));
        assertEquals(3, desk.files.versions(an, first.id()).size());
        assertThrows(NotFound.class, () -> desk.files.restore(an, second.id()));
    }

    @Test
    void afterADayTheTrashIsEmptied() throws IOException {
        StoredFile file = desk.add(an, deal, "offer.txt", "10");
        desk.files.trash(an, file.id());

        desk.engine.clock.advance(Duration.ofHours(23));
        desk.files.care().tidy();
        assertEquals(1, desk.onDisk());
        desk.engine.clock.advance(Duration.ofHours(2));
        desk.files.care().tidy();

        assertEquals(0, desk.onDisk());
        assertThrows(NotFound.class, () -> desk.files.restore(an, file.id()));
    }

    @Test
    void theSameContentIsKeptOnceUntilItsLastFileGoes() {
        StoredFile one = desk.add(an, deal, "one.txt", "same");
        StoredFile two = desk.add(an, desk.engine.deal("name", "another"), "two.txt", "same");
        assertEquals(one.hash(), two.hash());
        assertEquals(1, desk.onDisk());

        desk.files.delete(an, one.id());
        desk.files.care().removeUnused();
        assertEquals("same", desk.content(an, two));

        desk.files.delete(an, two.id());
        desk.files.care().removeUnused();
        assertEquals(0, desk.onDisk());
    }

    @Test
    void anEmptyFileIsRefused() {
        InvalidRecord refused = assertThrows(InvalidRecord.class, () -> desk.add(an, deal, "empty.txt", ""));
        assertEquals("required", refused.errors().get(0).code());
        assertEquals(0, desk.onDisk());
    }

    @Test
    void historyTellsWhoAddedAndDeletedWhichFile() {
        desk.add(an, deal, "offer.txt", "10");
        StoredFile second = desk.add(an, deal, "offer.txt", "20");
        desk.files.delete(an, second.id());

        List<Change> history = desk.engine.records.history(an, DEALS, deal.id(), 3, 0);
        assertEquals(
                List.of(new Change.FieldChange("files", "offer.txt (2)", null)),
                history.get(0).fields());
        assertEquals(
                List.of(new Change.FieldChange("files", null, "offer.txt (2)")),
                history.get(1).fields());
        assertEquals(
                List.of(new Change.FieldChange("files", null, "offer.txt")),
                history.get(2).fields());
        assertEquals("An", history.get(0).by().label());
        assertEquals(
                List.of("updated", "updated", "updated", "created"),
                desk.engine.records.timeline(an, DEALS, deal.id(), 10, null).stream()
                        .map(TimelineEntry::kind)
                        .toList());
    }

    @Test
    void aFileDisturbsNobodyWhoEditsTheRecord() {
        desk.add(an, deal, "offer.txt", "10");

        RecordData saved = desk.engine.records.update(SYSTEM, DEALS, deal.id(), deal.version(), Map.of("seats", 4));

        assertEquals("4", saved.text("seats"));
    }

    @Test
    void aTransactionThatFailsLeavesNoFile() throws IOException {
        assertThrows(
                IllegalStateException.class,
                () -> desk.engine.records.inTransaction(() -> {
                    desk.add(an, deal, "offer.txt", "10");
                    throw new IllegalStateException("the work around it failed");
                }));
        assertEquals(List.of(), desk.names(an, deal));
        assertEquals(1, desk.engine.records.history(an, DEALS, deal.id(), 10, 0).size());

        desk.files.care().tidy();

        assertEquals(0, desk.onDisk());
    }

    @Test
    void theFilesOfARecordThatIsGoneForGoodGoToo() throws IOException {
        RecordData imported = desk.engine.records.create(an.inJob(9, "import"), DEALS, Map.of("name", "imported"));
        StoredFile file =
                desk.files.add(an.inJob(9, "import"), DEALS, imported.id(), "offer.txt", FileDesk.stream("10"));
        StoredFile kept = desk.add(an, deal, "kept.txt", "20");
        desk.engine.records.revert(an, 9, 100);
        assertThrows(NotFound.class, () -> desk.files.get(an, file.id()));

        desk.files.care().tidy();

        assertEquals(1, desk.onDisk());
        assertEquals("20", desk.content(an, kept));
    }

    @Test
    void manyWhoAddAtOnceAllGetTheirVersion() throws Exception {
        int many = 12;
        ExecutorService people = Executors.newFixedThreadPool(many);
        List<Future<StoredFile>> added = IntStream.range(0, many)
                .mapToObj(i -> people.submit(() -> desk.add(an, deal, "offer.txt", "content " + i % 3)))
                .toList();
        for (Future<StoredFile> each : added) {
            each.get();
        }
        people.shutdown();

        StoredFile newest = desk.files.list(an, DEALS, deal.id()).get(0);
        assertEquals(
                IntStream.rangeClosed(1, many).boxed().toList(),
                desk.files.versions(an, newest.id()).stream()
                        .map(StoredFile::version)
                        .sorted()
                        .toList());
        assertEquals(3, desk.onDisk());
    }

    @Test
    void aContentThatComesAndGoesAtOnceIsNeverLost() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<RecordData> deals = IntStream.range(0, 4)
                .mapToObj(i -> desk.engine.deal("name", "deal " + i))
                .toList();
        List<Future<?>> works = deals.stream()
                .<Future<?>>map(mine -> people.submit(() -> {
                    for (int i = 0; i < 15; i++) {
                        StoredFile file = desk.add(an, mine, "same.txt", "same");
                        assertEquals("same", desk.content(an, file));
                        desk.files.delete(an, file.id());
                    }
                }))
                .toList();
        for (Future<?> work : works) {
            work.get();
        }
        people.shutdown();
        desk.files.care().tidy();

        assertEquals(0, desk.onDisk());
    }
}
