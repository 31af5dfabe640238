package org.sencrm.sales.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertEquals(texts("en").keySet(), texts("vi").keySet());
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader file = new InputStreamReader(
                TextsTest.class.getResourceAsStream("/OSGI-INF/l10n/messages_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        return texts;
    }
}
