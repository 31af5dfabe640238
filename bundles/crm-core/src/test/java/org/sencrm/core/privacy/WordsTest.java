package org.sencrm.core.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.record.FieldKind;

/** Which words name a person, and which only look like it. */
class WordsTest {

    private final Words words = new Words();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tuan@x.vn",
                "anh.an@x.vn",
                "tuan-an@x.vn",
                "an@x.vn.example",
                "an@x.vna",
                "https://x.example/anh",
                "https://x.example/an.nguyen"
            })
    void theAddressOfSomebodyElseStays(String other) {
        words.add(FieldKind.EMAIL, "an@x.vn");
        words.add(FieldKind.URL, "https://x.example/an");
        assertEquals(other, words.without(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:%s",
                "<%s>",
                "Thư: %s.",
                "%s, gọi sau",
                "...%s...",
                "-%s-",
            })
    void anAddressIsFoundInASentence(String around) {
        words.add(FieldKind.EMAIL, "an@x.vn");
        words.add(FieldKind.URL, "https://x.example/an");
        assertEquals(around.formatted(Words.NOTHING), words.without(around.formatted("AN@x.vn")));
        assertEquals(around.formatted(Words.NOTHING), words.without(around.formatted("https://x.example/an")));
    }

    @Test
    void whatIsBelowAnAddressOfThePersonNamesThemAsWell() {
        words.add(FieldKind.URL, "https://x.example/an/");
        assertEquals("***/photos?of=me", words.without("https://x.example/an/photos?of=me"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0912345678",
                "0912 345 678",
                "0912\u00a0345\u00a0678",
                "0912\u202f345\u202f678",
                "0912.345.678",
                "0912[345]678",
                "0912/345/678",
                "0912-345-678",
                "0912\u2013345\u2013678",
                "0912 \u2013 345 \u2013 678",
                "0912 \u2014 345 \u2014 678",
                "0912 \u00b7 345 \u00b7 678",
                "0912 . 345 . 678",
                "+84 912 345 678",
                "+84 (912) 345-678",
                "0084 912 345 678",
            })
    void aTelephoneNumberIsFoundHoweverItIsGrouped(String written) {
        words.add(FieldKind.PHONE, "+84 912 345 678");
        assertEquals("Gọi *** nhé", words.without("Gọi " + written + " nhé"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10912345678123", "0912345679", "0912 345      678", "0912 345 và 678"})
    void anotherNumberStays(String other) {
        words.add(FieldKind.PHONE, "+84 912 345 678");
        assertEquals(other, words.without(other));
    }
}
