package org.sencrm.ui.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftsTest {

    private final Drafts drafts = new Drafts();

    private static Drafts.Draft draft(String name) {
        return new Drafts.Draft(3, Map.of("name", name));
    }

    @Test
    void eachFormHasItsOwn() {
        drafts.keep("accounts", 0, draft("new"));
        drafts.keep("accounts", 7, draft("seven"));
        drafts.keep("accounts", 7, draft("seven again"));

        assertEquals(Optional.of(draft("new")), drafts.find("accounts", 0));
        assertEquals(Optional.of(draft("seven again")), drafts.find("accounts", 7));
        assertTrue(drafts.find("contacts", 7).isEmpty());
        drafts.forget("accounts", 7);
        assertTrue(drafts.find("accounts", 7).isEmpty());
    }

    @Test
    void whatIsAsItWasIsForgotten() {
        drafts.keep("accounts", 7, draft("seven"));
        drafts.keep("accounts", 7, new Drafts.Draft(3, Map.of()));

        assertTrue(drafts.find("accounts", 7).isEmpty());
    }

    @Test
    void onlyTheNewestFewAreKept() {
        for (int id = 1; id <= 21; id++) {
            drafts.keep("accounts", id, draft("record " + id));
        }

        assertTrue(drafts.find("accounts", 1).isEmpty());
        assertTrue(drafts.find("accounts", 2).isPresent());
        assertTrue(drafts.find("accounts", 21).isPresent());
    }
}
