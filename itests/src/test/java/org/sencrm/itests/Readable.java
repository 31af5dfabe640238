package org.sencrm.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What comes over a line, as text in which one can look for words. */
final class Readable {

    private Readable() {}

    /** The text of the bytes; of a packed file, that of all that lies in it. */
    static String text(byte[] bytes) throws IOException {
        return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K'
                ? unpacked(bytes)
                : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String unpacked(byte[] bytes) throws IOException {
        // the sizes stand behind the entries, where only a reader of whole files looks
        Path file = Files.createTempFile("answer", ".zip");
        Files.write(file, bytes);
        StringBuilder text = new StringBuilder();
        try (ZipFile whole = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(whole.entries())) {
                text.append(new String(whole.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return text.toString();
    }
}
