package org.sencrm.rest.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void bothLanguagesHaveTheSameKeysAndTakeTheSameArguments() throws IOException {
        Properties english = texts("en");
        Properties vietnamese = texts("vi");
        assertEquals(english.keySet(), vietnamese.keySet());
        for (String key : english.stringPropertyNames()) {
            assertFalse(vietnamese.getProperty(key).isBlank(), key);
            assertEquals(
                    new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex().length,
                    new MessageFormat(vietnamese.getProperty(key)).getFormatsByArgumentIndex().length,
                    key);
        }
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        String file = "/OSGI-INF/l10n/messages_" + language + ".properties";
        try (Reader in = new InputStreamReader(MessagesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
