package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The board of one type: a list of cards for each stage. */
final class BoardScreen {

    private final Person person;

    BoardScreen(Person person, String type) {
        this.person = person.open(type + "/board");
    }

    void counts(String stage, long records) {
        assertThat(column(stage).getByText(Person.figure(records), exactly()).first())
                .isVisible();
    }

    /** The card at the top of a stage. */
    Locator first(String stage) {
        return cards(stage).getByRole(AriaRole.LISTITEM).first();
    }

    /** The card that leads to this address. */
    Locator card(String stage, String address) {
        return cards(stage)
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHas(person.page().locator("a[href='" + address + "']")));
    }

    static String address(Locator card) {
        return card.getByRole(AriaRole.LINK).getAttribute("href");
    }

    /** Drops a card on the one at the top of another stage. */
    void drag(Locator card, String toStage) {
        card.dragTo(first(toStage));
    }

    /** Moves a card by its menu. */
    void move(Locator card, String toStage) {
        card.getByRole(AriaRole.BUTTON).click();
        person.answer(toStage);
    }

    private Locator column(String stage) {
        return person.page().locator("section").filter(new Locator.FilterOptions().setHas(person.heading(stage)));
    }

    private Locator cards(String stage) {
        return person.page()
                .getByRole(
                        AriaRole.LIST,
                        new Page.GetByRoleOptions().setName(stage).setExact(true));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
