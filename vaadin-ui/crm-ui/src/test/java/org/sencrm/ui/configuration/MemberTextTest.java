package org.sencrm.ui.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.host.Formats;

/** JSON of a configuration in words. */
class MemberTextTest {

    private static final Messages TEXTS = new Messages() {
        @Override
        public String text(Locale locale, String key, Object... arguments) {
            return locale.getLanguage() + ":" + key;
        }

        @Override
        public boolean has(Locale locale, String key) {
            return key.equals("configuration.fields.kind");
        }
    };

    private final MemberText words = in(Locale.ENGLISH);

    private static MemberText in(Locale locale) {
        return new MemberText(locale, TEXTS, new Formats(locale, ZoneId.of("UTC"), TEXTS));
    }

    @Test
    void aMemberHasTheLabelOfItsPartElseItsName() {
        assertEquals("en:configuration.fields.kind", words.label("fields", "kind"));
        assertEquals("tariff", words.label("acme.tariffs", "tariff"));
    }

    @Test
    void whatIsNotSetIsADash() {
        for (Object nothing : new Object[] {null, "", List.of(), Map.of()}) {
            assertEquals("–", words.of(nothing));
        }
    }

    @Test
    void aTextByLanguageIsThatOfTheReader() {
        Map<String, Object> label = Map.of("vi", "Hạng", "en", "Tier");
        assertEquals("Tier", words.of(label));
        assertEquals("Hạng", in(Locale.forLanguageTag("vi")).of(label));
        assertEquals("Tier", words.of(List.of(Map.of("code", "t", "label", label, "retired", false))));
    }

    @Test
    void anythingElseIsToldMemberByMember() {
        assertEquals("a: 5", words.of(Map.of("a", 5, "b", false)));
        assertEquals("a: 1\na: 2", words.of(List.of(Map.of("a", 1), Map.of("a", 2))));
        assertEquals("gold, silver", words.of(List.of("gold", "silver")));
        assertEquals("type: deals", words.of(Map.of("type", "deals", "deny", List.of())));
        assertEquals("en:value.yes", words.of(true));
    }
}
