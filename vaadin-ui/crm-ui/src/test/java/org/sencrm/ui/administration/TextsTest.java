package org.sencrm.ui.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"administration", "permission", "signin", "transfer"})
    void bothLanguagesSayTheSameThings(String file) throws IOException {
        assertEquals(texts(file, "en").keySet(), texts(file, "vi").keySet());
    }

    private static Properties texts(String file, String language) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                TextsTest.class.getResourceAsStream("/OSGI-INF/l10n/" + file + "_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
