package org.sencrm.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.rest.problem.Refusal;

class IfMatchTest {

    @Test
    void oneTagNamesOneVersion() {
        IfMatch one = IfMatch.of("\"7\"");
        assertTrue(one.isOne());
        assertEquals(List.of(7L), one.versions());
    }

    @Test
    void aTagThatAProxyMadeWeakStillNamesTheVersion() {
        assertEquals(List.of(7L), IfMatch.of("W/\"7\"").versions());
    }

    @Test
    void ofSeveralTagsTheStoredOneCounts() {
        IfMatch several = IfMatch.of("\"6\" , \"7\"");
        assertFalse(several.isOne());
        assertEquals(7, several.against(7));
        assertEquals(6, several.against(8), "none fits: the engine must see a stale one");
    }

    @Test
    void aStarFitsWhateverIsStored() {
        assertEquals(8, IfMatch.of("*").against(8));
    }

    @Test
    void aTagThatWasNeverOursFitsNothing() {
        assertEquals(-1, IfMatch.of("\"abc\"").against(8));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "7", "\"7", "\"7\" \"8\"", "\"7\",", "'7'"})
    void whatIsMissingOrMalformedIsRefused(String header) {
        assertThrows(Refusal.class, () -> IfMatch.of(header));
    }
}
