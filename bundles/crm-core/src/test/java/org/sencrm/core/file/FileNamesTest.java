package org.sencrm.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void aPathInFrontIsLeftOut() {
        assertEquals("passwd", FileNames.clean("../../../etc/passwd"));
        assertEquals("hợp đồng.pdf", FileNames.clean("C:\\Users\\An\\hợp đồng.pdf"));
        assertEquals("file", FileNames.clean("../.."));
        assertEquals("file", FileNames.clean("folder/"));
    }

    @Test
    void whatCannotBeSeenIsLeftOut() {
        assertEquals("invoicefdp.exe", FileNames.clean("invoice\u202Efdp.exe"));
        assertEquals("a b.txt", FileNames.clean("a\r\nb.txt".replace("\r", "")));
        assertEquals("ab.txt", FileNames.clean("a\u0000b.txt"));
        assertEquals("ab.txt", FileNames.clean("a\u200Bb.txt"));
        assertEquals("file", FileNames.clean("\u202E\u0007"));
        assertEquals("file", FileNames.clean(null));
        assertEquals("file", FileNames.clean("  "));
    }

    @Test
    void oneNameHasOneSpelling() {
        assertEquals(
                "Vie\u0302\u0323t.pdf".length() - 2,
                FileNames.clean("Vie\u0302\u0323t.pdf").length());
    }

    @Test
    void aNameThatIsTooLongKeepsItsEnding() {
        String name = FileNames.clean("a".repeat(500) + ".docx");
        assertEquals(FileNames.LONGEST, name.length());
        assertTrue(name.endsWith("a.docx"));
        assertEquals(FileNames.LONGEST, FileNames.clean("." + "b".repeat(300)).length());
        String letters = FileNames.clean("\uD83C\uDF38".repeat(150) + "x.pdf");
        assertTrue(letters.codePoints().allMatch(point -> point > 0xFFFF || point < 0x80), letters);
    }
}
