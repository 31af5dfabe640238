package org.sencrm.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFileStoreTest {

    private static final String HASH = "ab" + "0".repeat(62);

    @TempDir
    Path home;

    private DiskFileStore store;

    @BeforeEach
    void open() {
        store = new DiskFileStore(home.resolve("files"));
    }

    @Test
    void aContentLiesUnderItsHash() throws IOException {
        store.put(HASH, content("sen"));

        assertEquals("sen", Files.readString(home.resolve("files/ab/" + "0".repeat(62))));
        try (InputStream in = store.open(HASH)) {
            assertEquals("sen", new String(in.readAllBytes()));
        }
        assertEquals(List.of(HASH), hashes());
    }

    @Test
    void whatIsKeptIsNotWrittenAgain() throws IOException {
        store.put(HASH, content("first"));
        Path second = content("second");

        store.put(HASH, second);

        assertEquals("first", Files.readString(home.resolve("files/ab/" + "0".repeat(62))));
        assertTrue(Files.exists(second));
    }

    @Test
    void whatWasDeletedIsGone() throws IOException {
        store.put(HASH, content("sen"));

        store.delete(HASH);
        store.delete(HASH);

        assertThrows(NoSuchFileException.class, () -> store.open(HASH));
        assertEquals(List.of(), hashes());
    }

    @Test
    void otherThingsInTheFolderAreNoContents() throws IOException {
        assertEquals(List.of(), hashes());
        Files.createDirectories(home.resolve("files/uploads"));
        Files.createDirectories(home.resolve("files/imports"));
        Files.writeString(home.resolve("files/uploads/upload-1"), "half");
        Files.writeString(home.resolve("files/imports/" + HASH), "an import");

        assertEquals(List.of(), hashes());
    }

    @Test
    void onlyAHashIsEverPartOfAPath() {
        for (String text : List.of("../../etc/passwd", "ab", HASH + "0", HASH.toUpperCase(java.util.Locale.ROOT))) {
            assertThrows(IllegalArgumentException.class, () -> store.open(text));
        }
    }

    private Path content(String text) throws IOException {
        return Files.writeString(Files.createTempFile(home, "content", ""), text);
    }

    private List<String> hashes() throws IOException {
        try (Stream<String> hashes = store.hashes()) {
            return hashes.toList();
        }
    }
}
