package org.sencrm.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.sencrm.transfer.support.FileMessages;

class MessageFilesTest {

    @Test
    void bothLanguagesSayTheSameThings() {
        Properties english = FileMessages.load("en");
        Properties vietnamese = FileMessages.load("vi");

        assertEquals(english.stringPropertyNames(), vietnamese.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english.getProperty(key)), arguments(vietnamese.getProperty(key)), key);
            assertFalse(english.getProperty(key).contains("'"), "an apostrophe starts a quotation in " + key);
        }
    }

    private static String arguments(String text) {
        StringBuilder arguments = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            arguments.append(text.matches("(?s).*\\{" + i + "[,}].*") ? i : "");
        }
        return arguments.toString();
    }
}
