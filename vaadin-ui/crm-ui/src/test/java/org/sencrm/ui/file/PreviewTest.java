package org.sencrm.ui.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sencrm.api.file.StoredFile;
import org.sencrm.api.record.Reference;

class PreviewTest {

    @Test
    void whatCouldRunInABrowserIsNeverShown() {
        for (String type : List.of(
                "text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "application/octet-stream")) {
            assertEquals(Preview.NONE, Preview.of(file("picture.png", type)), type);
        }
    }

    @Test
    void theContentDecidesAndNotTheName() {
        assertEquals(Preview.IMAGE, Preview.of(file("page.html", "image/png")));
        assertEquals(Preview.PDF, Preview.of(file("offer.txt", "application/pdf")));
        assertEquals(Preview.TEXT, Preview.of(file("offer.exe", "text/csv")));
    }

    private static StoredFile file(String name, String mediaType) {
        Reference of = new Reference("accounts", 1, "Sen");
        return new StoredFile(1, of, name, mediaType, 3, "00", 1, of, Instant.EPOCH);
    }
}
