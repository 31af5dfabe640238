package org.sencrm.core.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts in the message files of one bundle, or of one who writes texts, by language and key. */
final class MessageFiles {

    /** Any name, an underscore, the language: {@code messages_vi.properties}. */
    private static final Pattern NAME = Pattern.compile(".*_([a-z]{2,3})\\.properties");

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

    /** Reads the files; those whose name ends with no language are left out. */
    static MessageFiles read(Collection<URL> files) throws IOException {
        MessageFiles texts = new MessageFiles();
        for (URL file : files) {
            Matcher name = NAME.matcher(file.getPath().toLowerCase(Locale.ROOT));
            if (name.matches()) {
                texts.add(name.group(1), file);
            }
        }
        return texts;
    }

    /** Texts that stand in no file. */
    static MessageFiles of(Map<String, Map<String, String>> byLanguage) {
        MessageFiles texts = new MessageFiles();
        texts.byLanguage.putAll(byLanguage);
        return texts;
    }

    Map<String, Map<String, String>> byLanguage() {
        return byLanguage;
    }

    private void add(String language, URL file) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> texts = byLanguage.computeIfAbsent(language, any -> new HashMap<>());
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
    }
}
