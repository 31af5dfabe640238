package org.sencrm.itests;

import com.microsoft.playwright.Locator;

/** The page of one record. */
final class RecordScreen {

    private final Person person;

    RecordScreen(Person person) {
        this.person = person;
    }

    /** Begins to change a value where it stands, without leaving it yet. */
    Locator begin(String field, String value) {
        person.button("Edit " + field).click();
        Locator input = person.field(field);
        input.fill(value);
        return input;
    }

    /** Changes a value where it stands. */
    void edit(String field, String value) {
        begin(field, value).press("Tab");
    }
}
