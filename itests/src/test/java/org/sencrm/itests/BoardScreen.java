package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;

/** The board of one type: a list of cards for each stage. */
final class BoardScreen {

    /** Pixels from the edge of the screen in which a card that is held scrolls the board, and some more. */
    private static final int EDGE = 60;

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

    /** Takes a card with the mouse to another stage and lets it go where that stage shows a place for it. */
    void drag(Locator card, String toStage) {
        BoundingBox from = card.boundingBox();
        BoundingBox to = column(toStage).boundingBox();
        Mouse mouse = person.page().mouse();
        mouse.move(from.x + from.width / 2, from.y + from.height / 2);
        mouse.down();
        mouse.move(to.x + to.width / 2, from.y + from.height / 2, new Mouse.MoveOptions().setSteps(10));
        awaits(toStage);
        mouse.up();
    }

    /** Takes a card with the finger beyond the right edge of the screen. @return the stage on which it was let go */
    String dragBeyondTheEdge(Locator card) {
        Page page = person.page();
        BoundingBox from = card.boundingBox();
        double height = from.y + from.height / 2;
        Finger finger = new Finger(page).press(from.x + from.width / 2, height).rest();
        // a busy page takes its time to pick the card up, and a finger that moves before that scrolls
        assertThat(page.locator(".deal-held").first()).isVisible();
        finger.moveTo(page.viewportSize().width - 12, height);
        page.waitForCondition(() -> scrolledSideways() > from.width / 2);
        finger.moveTo(page.viewportSize().width / 2.0, height).moveTo(middleOfNextColumn(), height);
        Locator awaits = page.locator(".col.awaits h2");
        assertThat(awaits).isVisible();
        Chrome.picture(page, "board-dragged-by-finger");
        String stage = awaits.innerText();
        finger.lift();
        return stage;
    }

    /**
     * Where a column lies on the screen that is neither the first nor asks for a reason, as near to its middle as it gets,
     * away from its edges.
     */
    private double middleOfNextColumn() {
        return ((Number) person.page().evaluate("""
                edge => [...document.querySelectorAll('.board .col')].slice(1)
                    .filter(column => column.querySelector('h2').textContent.trim() !== 'Lost')
                    .map(column => column.getBoundingClientRect())
                    .map(box => Math.min(Math.max(box.x + box.width / 2, edge), innerWidth - edge))
                    .sort((one, other) => Math.abs(one - innerWidth / 2) - Math.abs(other - innerWidth / 2))[0]""", EDGE)).doubleValue();
    }

    /** Moves a finger over a card without resting on it first: up, then to the left. */
    void swipeOver(Locator card) {
        BoundingBox box = card.boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        new Finger(person.page()).pressAndMoveTo(x, y, x, y - 250).lift();
        person.page().waitForCondition(() -> scrolled("main", "scrollTop") > 50);
        new Finger(person.page()).pressAndMoveTo(x, y, x - 160, y).lift();
        person.page().waitForCondition(() -> scrolledSideways() > 50);
    }

    private double scrolledSideways() {
        return scrolled(".board", "scrollLeft");
    }

    private double scrolled(String place, String side) {
        return ((Number) person.page()
                        .evaluate("([place, side]) => document.querySelector(place)[side]", List.of(place, side)))
                .doubleValue();
    }

    /** The place for a card that is held over a stage. */
    private void awaits(String stage) {
        assertThat(person.page()
                        .locator(".col.awaits")
                        .filter(new Locator.FilterOptions().setHas(person.heading(stage))))
                .isVisible();
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
