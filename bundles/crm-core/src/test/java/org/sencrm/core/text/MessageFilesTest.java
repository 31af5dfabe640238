package org.sencrm.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessageFilesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");

    private final Map<String, Map<String, String>> texts = read();

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertEquals(
                new TreeSet<>(texts.get("en").keySet()),
                new TreeSet<>(texts.get("vi").keySet()));
    }

    @Test
    void noTextIsEmpty() {
        texts.values().forEach(language -> language.forEach((key, text) -> assertFalse(text.isBlank(), key)));
    }

    @Test
    void bothLanguagesFillInTheSame() {
        texts.get("en")
                .forEach((key, text) -> assertEquals(
                        placeholders(text), placeholders(texts.get("vi").get(key)), key));
    }

    @Test
    void aTextThatFillsInHasNoSingleQuotationMark() {
        texts.values()
                .forEach(language -> language.forEach((key, text) -> assertFalse(
                        !placeholders(text).isEmpty() && text.replace("''", "").contains("'"), key)));
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Map<String, Map<String, String>> read() {
        try {
            List<URL> files = List.of(
                    MessageFilesTest.class.getResource("/OSGI-INF/l10n/messages_en.properties"),
                    MessageFilesTest.class.getResource("/OSGI-INF/l10n/messages_vi.properties"));
            return MessageFiles.read(files).byLanguage();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
