package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The five steps of an import. */
final class ImportWizard {

    private static final double CHECKED_IN_MILLIS = 60_000;
    private static final double IMPORTED_IN_MILLIS = 180_000;

    private final Person person;

    ImportWizard(Person person, String type) {
        this.person = person.open(type);
        person.button("Import").first().click();
    }

    /** Chooses the file and sees its first rows. */
    void upload(Path file) {
        person.page()
                .waitForFileChooser(() -> person.button("Choose a file…").click())
                .setFiles(file);
        isAt("Preview");
    }

    void previews(String value) {
        assertThat(person.page()
                        .getByRole(
                                AriaRole.CELL,
                                new Page.GetByRoleOptions().setName(value).setExact(true)))
                .isVisible();
    }

    void goTo(String step) {
        person.button(step + " →").click();
        isAt(step);
    }

    void matches(String column, String field) {
        assertThat(person.page()
                        .getByRole(
                                AriaRole.COMBOBOX,
                                new Page.GetByRoleOptions().setName(column).setExact(true)))
                .hasValue(field);
    }

    /** Tells how many rows have the same trouble. */
    void finds(long rows, String trouble) {
        Locator problem = person.content().getByText(Pattern.compile("^" + Person.figure(rows) + "\\s*" + trouble));
        assertThat(problem.first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(CHECKED_IN_MILLIS));
    }

    /** Starts the import when the check says that so many rows are ready, and waits for its end. */
    void start(long rows) {
        Locator start = person.button("Import " + Person.figure(rows) + " rows");
        assertThat(start).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(CHECKED_IN_MILLIS));
        start.click();
        assertThat(person.heading("The import is done"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(IMPORTED_IN_MILLIS));
    }

    /** A figure of the result, e.g. how many were created. */
    void tells(String figure, long rows) {
        assertThat(person.content())
                .containsText(Pattern.compile("(?<![\\d,])" + Person.figure(rows) + "\\s*" + figure));
    }

    private void isAt(String step) {
        assertThat(person.page().locator("[aria-current=step]")).containsText(step);
    }
}
