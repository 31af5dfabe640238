package org.sencrm.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTypesTest {

    private static final String UNKNOWN = "application/octet-stream";
    private static final ContentTypes TYPES = new ContentTypes();

    @TempDir
    Path folder;

    @Test
    void theContentDecidesAndNotTheName() throws IOException {
        assertEquals("application/pdf", typeOf("%PDF-1.7\n", "picture.png"));
        assertEquals("image/png", typeOf(png(), "evil.html"));
        assertEquals("image/gif", typeOf("GIF89a\1\0\1\0", "a.pdf"));
        assertEquals(UNKNOWN, typeOf(noise(), "a.pdf"));
    }

    @Test
    void whatABrowserCouldRunIsNeverNamed() throws IOException {
        String script = "<script>alert(1)</script>";
        assertEquals(UNKNOWN, typeOf("<!DOCTYPE html><html><body>" + script, "page.png"));
        assertEquals(UNKNOWN, typeOf("<html>" + script, "page.txt"));
        assertEquals(UNKNOWN, typeOf("<svg xmlns=\"http://www.w3.org/2000/svg\">" + script + "</svg>", "a.png"));
        assertEquals(
                UNKNOWN,
                typeOf(
                        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">" + script + "</svg>",
                        "a.txt"));
        assertEquals(UNKNOWN, typeOf("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "a"));
        assertEquals(UNKNOWN, typeOf("hello", "page.html"));
        assertEquals(UNKNOWN, typeOf("alert(1)", "code.js"));
        assertEquals(UNKNOWN, typeOf("MZ\220\0\3\0\0\0\4\0\0\0\377\377", "setup.pdf"));
        assertEquals(UNKNOWN, typeOf("\177ELF\2\1\1\0", "a.jpg"));
        assertEquals(UNKNOWN, typeOf("#!/bin/sh\nrm -rf /\n", "notes.txt"));
    }

    @Test
    void theNameTellsApartWhatLooksAlikeInside() throws IOException {
        assertEquals("text/plain", typeOf("xin chào", "ghi chú.txt"));
        assertEquals("text/csv", typeOf("name,city\nSen,Hà Nội\n", "khách.csv"));
        assertEquals(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                typeOf(zip(), "hợp đồng.docx"));
        assertEquals("application/zip", typeOf(zip(), "all.zip"));
        assertEquals(UNKNOWN, typeOf(zip(), "macros.docm"));
        assertEquals(UNKNOWN, typeOf(zip(), "program.jar"));
    }

    private String typeOf(String content, String name) throws IOException {
        return typeOf(
                content.getBytes(content.startsWith("MZ") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8),
                name);
    }

    private String typeOf(byte[] content, String name) throws IOException {
        Path file = Files.createTempFile(folder, "content", "");
        Files.write(file, content);
        return TYPES.of(file, name);
    }

    private static byte[] png() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    }

    private static byte[] noise() {
        byte[] noise = new byte[500];
        new Random(5).nextBytes(noise);
        return noise;
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(new byte[] {1, 2, 3});
        }
        return bytes.toByteArray();
    }
}
