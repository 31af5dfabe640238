package org.sencrm.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.fault.TooLarge;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.file.FileStore;
import org.sencrm.api.file.Files.Upload;
import org.sencrm.api.record.RecordData;

class UploadTest {

    private static final String MEGABYTE = "x".repeat(1_000_000);

    @TempDir
    Path home;

    private FileDesk desk;
    private RecordData deal;

    @BeforeEach
    void open() {
        desk = new FileDesk(home);
        deal = desk.engine.deal("name", "Lotus");
    }

    @AfterEach
    void close() throws InterruptedException {
        desk.close();
    }

    @Test
    void aLineThatIsCutLeavesNothing() {
        for (int i = 0; i < 50; i++) {
            assertThrows(
                    UncheckedIOException.class, () -> desk.files.add(SYSTEM, DEALS, deal.id(), "a.txt", cut(MEGABYTE)));
        }
        assertEquals(0, desk.onDisk());
        assertEquals(List.of(), desk.names(SYSTEM, deal));
    }

    @Test
    void anUploadThatNobodyKeepsLeavesNothing() {
        try (Upload upload = desk.files.receive(SYSTEM, FileDesk.stream("Sen"))) {
            assertEquals(3, upload.size());
            assertEquals(1, desk.onDisk());
        }
        assertEquals(0, desk.onDisk());
    }

    @Test
    void bytesMayComeBeforeTheirRecord() {
        try (Upload upload = desk.files.receive(SYSTEM, FileDesk.stream("Sen"))) {
            desk.files.add(SYSTEM, DEALS, deal.id(), "a.txt", upload);
        }
        assertEquals(
                "Sen",
                desk.content(SYSTEM, desk.files.list(SYSTEM, DEALS, deal.id()).get(0)));
    }

    @Test
    void whatAKilledProcessLeftGoesAtTheNextStart() throws IOException {
        String hash = desk.add(SYSTEM, deal, "kept.txt", "kept").hash();
        Files.writeString(home.resolve("files/uploads/upload-123"), "half");
        Path stray = home.resolve("files/cd/" + "0".repeat(62));
        Files.createDirectories(stray.getParent());
        Files.writeString(stray, "moved, but its row was never committed");

        RecordFiles restarted = desk.open(new DiskFileStore(home.resolve("files")));
        restarted.care().tidy();

        assertEquals(1, desk.onDisk());
        assertEquals("kept", Files.readString(home.resolve("files/" + hash.substring(0, 2) + "/" + hash.substring(2))));
    }

    @Test
    void aFileOverTheLimitIsRefused() {
        desk.engine.settings.set(SYSTEM, "files.largestMb", "1");
        assertEquals(1_000_000, desk.files.largest());
        desk.add(SYSTEM, deal, "fits.txt", MEGABYTE);

        TooLarge refused = assertThrows(TooLarge.class, () -> desk.add(SYSTEM, deal, "a.txt", MEGABYTE + "x"));

        assertEquals("The file is larger than 1 MB.", refused.getMessage());
        assertEquals(1, desk.onDisk());
    }

    @Test
    void anEndlessFileIsNotReadToItsEnd() {
        desk.engine.settings.set(SYSTEM, "files.largestMb", "1");
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThrows(TooLarge.class, () -> desk.files.add(SYSTEM, DEALS, deal.id(), "a.txt", endless));
        assertEquals(0, desk.onDisk());
    }

    @Test
    void aSettingThatIsNoNumberCountsAsNotSet() {
        desk.engine.settings.set(SYSTEM, "files.largestMb", "many");
        assertEquals(25_000_000, desk.files.largest());
    }

    @Test
    void theQuotaCountsEachContentOnce() {
        desk.engine.settings.set(SYSTEM, "files.quotaMb", "2");
        desk.add(SYSTEM, deal, "one.txt", MEGABYTE);
        desk.add(SYSTEM, deal, "same.txt", MEGABYTE);
        desk.add(SYSTEM, deal, "two.txt", "y".repeat(1_000_000));

        assertThrows(TooLarge.class, () -> desk.add(SYSTEM, deal, "three.txt", "z"));
        assertEquals(2, desk.onDisk());
        desk.add(SYSTEM, deal, "same again.txt", MEGABYTE);

        desk.files.delete(
                SYSTEM, desk.files.list(SYSTEM, DEALS, deal.id()).get(1).id());
        desk.files.care().removeUnused();
        desk.add(SYSTEM, deal, "three.txt", "z");
        assertEquals(2, desk.onDisk());
    }

    @Test
    void aDiskThatIsFullIsToldAndNothingIsHalfStored() throws InterruptedException {
        try (FileDesk other = new FileDesk(home, new FullStore())) {
            RecordData record = other.engine.deal("name", "Lotus");
            Unavailable told = assertThrows(Unavailable.class, () -> other.add(SYSTEM, record, "a.txt", "Sen"));
            assertEquals("Files cannot be stored or read at the moment. Please try again shortly.", told.getMessage());
            assertEquals(List.of(), other.names(SYSTEM, record));
            assertEquals(0, other.onDisk());
        }
    }

    private static InputStream cut(String begin) {
        return new SequenceInputStream(FileDesk.stream(begin), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line was cut");
            }
        });
    }

    /** A store whose disk is full. */
    private static final class FullStore implements FileStore {

        @Override
        public void put(String hash, Path content) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public InputStream open(String hash) throws IOException {
            throw new NoSuchFileException(hash);
        }

        @Override
        public void delete(String hash) {
            // there is nothing
        }

        @Override
        public Stream<String> hashes() {
            return Stream.empty();
        }
    }
}
