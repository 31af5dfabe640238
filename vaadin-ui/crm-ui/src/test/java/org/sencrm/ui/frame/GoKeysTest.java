package org.sencrm.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoKeysTest {

    @Test
    void eachPlaceHasTheFirstLetterOfItsAddressThatIsStillFree() {
        GoKeys keys = keys("accounts", "activities", "contacts", "screen/pipeline");

        assertEquals("accounts", keys.byLetter().get("a").address());
        assertEquals("activities", keys.byLetter().get("c").address());
        assertEquals("contacts", keys.byLetter().get("o").address());
        assertEquals("screen/pipeline", keys.byLetter().get("p").address());
    }

    @Test
    void homeIsReachedByH() {
        assertEquals("", keys("").byLetter().get("h").address());
    }

    @Test
    void aPlaceWithoutAFreeLetterHasNoKey() {
        assertEquals(1, keys("a", "aa").byLetter().size());
    }

    private static GoKeys keys(String... addresses) {
        List<Place> places = Stream.of(addresses)
                .map(address -> new Place(address, address, "box", "", 0))
                .toList();
        return new GoKeys(places);
    }
}
