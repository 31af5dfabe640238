package org.sencrm.ui.start;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OriginTest {

    @Test
    void ownPagesAreNotForeign() {
        assertFalse(Origin.isForeign("http://127.0.0.1:8181", "127.0.0.1:8181"));
        assertFalse(Origin.isForeign("https://CRM.example", "crm.example"));
    }

    @Test
    void plainLinksHaveNoOriginAndAreNotForeign() {
        assertFalse(Origin.isForeign(null, "crm.example"));
    }

    @Test
    void anotherSiteIsForeignEvenWhenItsNameBeginsWithOurs() {
        assertTrue(Origin.isForeign("https://crm.example.evil.example", "crm.example"));
        assertTrue(Origin.isForeign("http://127.0.0.1:9999", "127.0.0.1:8181"));
    }

    @Test
    void anOriginThatNamesNobodyIsForeign() {
        assertTrue(Origin.isForeign("null", "crm.example"));
        assertTrue(Origin.isForeign("not an origin", "crm.example"));
    }
}
