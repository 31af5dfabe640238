package org.sencrm.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    @TempDir
    private Path folder;

    private Texts texts;

    @BeforeEach
    void read() throws IOException {
        texts = new Texts(List.of(
                bundle(
                        "core",
                        Map.of(
                                "messages_en", "save=Save\nonly=Only English\nrows={0} rows of {1}\n",
                                "messages_vi", "save=Lưu\nrows={0} dòng của {1}\n",
                                "engine_vi", "more=Thêm nữa\n",
                                "readme", "save=not a language\n")),
                bundle("vendor", Map.of("messages_en", "save=Bought\nown=Own\n"))));
    }

    @Test
    void aTextIsGivenInTheLanguageAsked() {
        assertEquals("Lưu", texts.text(VIETNAMESE, "save"));
        assertEquals("Save", texts.text(Locale.UK, "save"));
    }

    @Test
    void everyFileOfTheLanguageCounts() {
        assertEquals("Thêm nữa", texts.text(VIETNAMESE, "more"));
    }

    @Test
    void whatIsNotTranslatedIsEnglishAndWhatIsUnknownIsItsKey() {
        assertEquals("Only English", texts.text(VIETNAMESE, "only"));
        assertEquals("Save", texts.text(Locale.FRENCH, "save"));
        assertEquals("no.such.key", texts.text(VIETNAMESE, "no.such.key"));
        assertTrue(texts.has(VIETNAMESE, "only"));
        assertFalse(texts.has(VIETNAMESE, "no.such.key"));
    }

    @Test
    void numbersFollowTheLanguage() {
        assertEquals("1.234 dòng của A", texts.text(VIETNAMESE, "rows", 1234, "A"));
        assertEquals("1,234 rows of B", texts.text(Locale.ENGLISH, "rows", 1234, "B"));
    }

    @Test
    void aModuleCannotRewriteTheProduct() {
        assertEquals("Save", texts.text(Locale.ENGLISH, "save"));
        assertEquals("Own", texts.text(Locale.ENGLISH, "own"));
    }

    private MessageFiles bundle(String name, Map<String, String> files) throws IOException {
        List<java.net.URL> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = Files.createDirectories(folder.resolve(name)).resolve(file.getKey() + ".properties");
            written.add(Files.writeString(path, file.getValue()).toUri().toURL());
        }
        return MessageFiles.read(written);
    }
}
