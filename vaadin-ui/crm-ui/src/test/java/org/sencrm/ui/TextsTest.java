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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of all screens of this bundle. */
class TextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/OSGI-INF/l10n");

    /** The texts that this bundle borrows; both languages of them are compared there. */
    private static final Path CORE = Path.of("../../bundles/crm-core/src/main/resources/OSGI-INF/l10n");

    /** A text that is all one word with dots in it is a key. */
    private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z0-9]*(?:\\.[A-Za-z][A-Za-z0-9]*)+)\"");

    /** Names of settings, of what a browser tells, of packages and files; a date pattern. */
    private static final Pattern NO_TEXT =
            Pattern.compile("(ui|event|org|osgi)\\..*|.*\\.(svg|css|json|properties)|d\\.M\\.yyyy");

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

    @Test
    void everyKeyInTheCodeHasATextInBothLanguages() throws IOException {
        Set<String> known = new HashSet<>();
        for (Path folder : List.of(FOLDER, CORE)) {
            for (Path file : files(folder, "_en.properties")) {
                known.addAll(texts(file).stringPropertyNames());
            }
        }
        assertEquals(Set.of(), missing(known));
    }

    /** Words with dots in them that are no text: by file, so that the one who looks for it finds it. */
    private static Set<String> missing(Set<String> known) throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .filter(key ->
                                !known.contains(key) && !NO_TEXT.matcher(key).matches())
                        .forEach(key -> missing.add(source.getFileName() + " " + key));
            }
        }
        return missing;
    }

    private static List<Path> files(String end) throws IOException {
        return files(FOLDER, end);
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
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
