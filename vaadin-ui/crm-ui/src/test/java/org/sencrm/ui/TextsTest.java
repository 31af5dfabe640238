package org.sencrm.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/OSGI-INF/l10n");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertEquals(
                new TreeSet<>(texts("en").stringPropertyNames()),
                new TreeSet<>(texts("vi").stringPropertyNames()));
    }

    @Test
    void everyTextWithAPlaceForAValueCanBeFilled() throws IOException {
        for (String language : List.of("en", "vi")) {
            Properties texts = texts(language);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                if (text.contains("{")) {
                    String filled = new MessageFormat(text).format(new Object[] {1, 2, 3, 4, 5});
                    assertEquals(-1, filled.indexOf('{'), language + " " + key);
                }
            }
        }
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(FOLDER.resolve("messages_" + language + ".properties"))) {
            texts.load(file);
        }
        return texts;
    }
}
