package org.sencrm.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of all screens of this bundle. */
class TextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/OSGI-INF/l10n");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        for (Path english : files("_en.properties")) {
            Path vietnamese = Path.of(english.toString().replace("_en.", "_vi."));

            assertEquals(
                    new TreeSet<>(texts(english).stringPropertyNames()),
                    new TreeSet<>(texts(vietnamese).stringPropertyNames()),
                    english.toString());
        }
    }

    @Test
    void noKeyIsWrittenTwice() throws IOException {
        Set<String> keys = new HashSet<>();
        for (Path file : files("_en.properties")) {
            for (String key : texts(file).stringPropertyNames()) {
                assertTrue(keys.add(key), key);
            }
        }
    }

    @Test
    void everyTextWithAPlaceForAValueCanBeFilled() throws IOException {
        for (Path file : files(".properties")) {
            Properties texts = texts(file);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                if (text.contains("{")) {
                    String filled = new MessageFormat(text).format(new Object[] {1, 2, 3, 4, 5});
                    assertFalse(filled.contains("{"), file + " " + key);
                }
            }
        }
    }

    private static List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    private static Properties texts(Path path) throws IOException {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(path)) {
            texts.load(file);
        }
        return texts;
    }
}
