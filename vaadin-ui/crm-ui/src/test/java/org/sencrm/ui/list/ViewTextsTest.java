package org.sencrm.ui.list;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.field.FileTexts;

class ViewTextsTest {

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertEquals(
                FileTexts.file("views", Locale.ENGLISH).stringPropertyNames(),
                FileTexts.file("views", FileTexts.VI).stringPropertyNames());
    }

    @Test
    void everyTextCanBeFilled() {
        for (Locale locale : Messages.LOCALES) {
            FileTexts.file("views", locale)
                    .forEach((key, text) ->
                            assertDoesNotThrow(() -> new MessageFormat((String) text, locale), (String) key));
        }
    }

    @Test
    void everyComparisonHasAName() {
        FileTexts texts = new FileTexts();
        assertTrue(Arrays.stream(Operator.values())
                .allMatch(operator -> texts.has(Locale.ENGLISH, operator.messageKey())));
    }
}
