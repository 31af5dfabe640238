package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The list of one type, as somebody reads it. */
final class ListScreen {

    private final Person person;

    ListScreen(Person person, String type) {
        this.person = person.open(type);
    }

    void shows(long records) {
        assertThat(person.text(Person.figure(records))).isVisible();
    }

    void search(String words) {
        person.field("Search").fill(words);
    }

    /** Narrows the list to the records with this option of a choice. */
    void filter(String field, String option) {
        person.button("Filter").click();
        choose("Field", field);
        choose("Value", option);
        person.answer("Apply");
        person.awaitNoDialog();
    }

    /** Takes the only filter away; the address follows, so that the list can be opened again as it stands. */
    void loosen(String field) {
        person.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Remove the filter " + field)))
                .click();
        person.page().waitForURL(address -> !address.contains("filter="));
    }

    /** The rows in which these texts follow one another. */
    Locator rows(String... texts) {
        return person.page()
                .getByRole(AriaRole.GRID)
                .getByRole(
                        AriaRole.ROW,
                        new Locator.GetByRoleOptions().setName(Pattern.compile(String.join(".*", texts))));
    }

    /** Whether each name can be read whole: where its column cuts it, in the tooltip. */
    void tellsNamesWhole() {
        for (Locator name : person.page().locator("a.row-link").all()) {
            assertThat(name).hasAttribute("title", name.innerText());
        }
    }

    /** Opens the record of this name. */
    RecordScreen openRecord(String name) {
        person.content()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        assertThat(person.heading(name)).isVisible();
        return new RecordScreen(person);
    }

    private void choose(String label, String option) {
        Locator input = person.dialog().getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label));
        input.click();
        input.fill(option);
        person.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
        input.press("Tab");
    }
}
