package org.sencrm.modules.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionsTest {

    @Test
    void versionsAreOrderedByNumberAndAPreviewComesBeforeItsRelease() {
        List<String> order = List.of("0.9", "1", "1.2.0-SNAPSHOT", "1.2.0-rc.1", "1.2.0", "1.2.1", "1.10", "2.0.0");
        List<String> mixed =
                new ArrayList<>(List.of("1.10", "1.2.0", "2.0.0", "1.2.0-rc.1", "0.9", "1.2.1", "1", "1.2.0-SNAPSHOT"));
        mixed.sort(Versions.ORDER);
        assertEquals(order, mixed);
    }

    @Test
    void whatIsNoVersionOrHidesAPathIsNone() {
        for (String text : List.of("", "one", "1..2", "../1", "1/2", "1.2.3.4.5/..", "1 0", "-1", "1-", "9999999999")) {
            assertFalse(Versions.isValid(text), text);
        }
    }

    @Test
    void osgiWritesThemInFull() {
        assertEquals("0.1.0.SNAPSHOT", Versions.osgi("0.1.0-SNAPSHOT"));
        assertEquals("1.2.0", Versions.osgi("1.2"));
    }

    @Test
    void aHeaderIsSplitOutsideOfQuotes() {
        assertEquals(
                List.of(
                        new Clause(List.of("a", "b"), Map.of("version", "[1,2)", "resolution:", "optional")),
                        new Clause(List.of("c"), Map.of())),
                Clause.of("a;b;version=\"[1,2)\";resolution:=optional, c"));
        assertEquals(List.of(), Clause.of(null));
    }
}
