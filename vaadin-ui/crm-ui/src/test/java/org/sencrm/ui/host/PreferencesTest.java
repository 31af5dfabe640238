package org.sencrm.ui.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Settings;

class PreferencesTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Map<String, String> company = new HashMap<>();

    @Test
    void aNewSessionSpeaksTheLanguageOfTheCompany() {
        company.put(Settings.LANGUAGE, "vi");

        assertEquals(VIETNAMESE, Preferences.atFirst(settings(), Locale.US));
    }

    @Test
    void withoutACompanyLanguageItSpeaksThatOfTheBrowser() {
        assertEquals(VIETNAMESE, Preferences.atFirst(settings(), Locale.forLanguageTag("vi-VN")));
    }

    @Test
    void aBrowserOfAnotherLanguageGetsEnglish() {
        assertEquals(Locale.ENGLISH, Preferences.atFirst(settings(), Locale.FRANCE));
        assertEquals(Locale.ENGLISH, Preferences.atFirst(settings(), null));
    }

    @Test
    void languagesThatTheProductDoesNotSpeakAreNotTaken() {
        assertTrue(Preferences.known("fr").isEmpty());
        assertTrue(Preferences.known("<script>").isEmpty());
    }

    private Settings settings() {
        return new Settings() {
            @Override
            public String get(String key, String otherwise) {
                return company.getOrDefault(key, otherwise);
            }

            @Override
            public void set(Caller caller, String key, String value) {
                throw new UnsupportedOperationException();
            }

            @Override
            public String own(Caller caller, String key, String otherwise) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void setOwn(Caller caller, String key, String value) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
