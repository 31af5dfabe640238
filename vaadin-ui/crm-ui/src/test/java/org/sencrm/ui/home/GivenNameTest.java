package org.sencrm.ui.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class GivenNameTest {

    @Test
    void vietnamesePeopleAreGreetedByTheLastWordOfTheirName() {
        assertEquals("An", GivenName.of("Nguyễn Văn An", Locale.forLanguageTag("vi")));
    }

    @Test
    void inEnglishTheWholeNameIsTaken() {
        assertEquals("Nguyễn Văn An", GivenName.of(" Nguyễn Văn An", Locale.ENGLISH));
    }
}
