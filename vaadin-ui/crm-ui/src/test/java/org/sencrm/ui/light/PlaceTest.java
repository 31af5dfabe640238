package org.sencrm.ui.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Reference;

class PlaceTest {

    @Test
    void aRecordHasAPageOfItsOwn() {
        Place place = Place.of("/light/accounts/42").orElseThrow();
        assertEquals(Reference.to("accounts", 42), place.record());
        assertEquals("/ui/light/accounts/42", place.address());
        assertEquals(
                "c_equipment",
                Place.of("/light/c_equipment/7").orElseThrow().record().type());
    }

    @Test
    void whateverElseIsBelowIsWhereOneSearches() {
        for (String path :
                new String[] {"/light", "/light/", "/light/accounts", "/light/a;b/1", "/light/accounts/1x"}) {
            Place place = Place.of(path).orElseThrow();
            assertFalse(place.isRecord(), path);
            assertEquals("/ui/light", place.address());
        }
    }

    @Test
    void otherPagesAreNotLight() {
        assertTrue(Place.of("/lightning").isEmpty());
        assertTrue(Place.of("/accounts/1").isEmpty());
        assertTrue(Place.of(null).isEmpty());
    }

    @Test
    void anIdThatNoRecordCanHaveIsNone() {
        assertFalse(
                Place.of("/light/accounts/9999999999999999999").orElseThrow().isRecord());
    }
}
