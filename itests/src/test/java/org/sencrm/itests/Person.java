package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;

/** Somebody at a browser window of their own. */
final class Person {

    /** Shown completely: nothing is asked for any more, and what stands there has not changed for a while. */
    private static final String SETTLED = """
            () => {
              const seen = document.body.innerText;
              if (seen !== window.seenBefore) {
                window.seenBefore = seen;
                window.seenSince = performance.now();
              }
              const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
              return document.querySelector('main h1') !== null
                && clients.every(client => !client.isActive?.())
                && performance.now() - window.seenSince > 400;
            }
            """;

    private static final String IS_DARK = """
            () => {
              const colour = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
              return colour[0] + colour[1] + colour[2] < 3 * 128;
            }
            """;

    private static final String NOTICE = "vaadin-notification-card";
    private static final String SEEN = "cards => cards.forEach(card => card.setAttribute('seen', ''))";

    private final Product product;
    private final Page page;

    Person(Product product, Page page) {
        this.product = product;
        this.page = page;
    }

    /** A number as the English screens write it. */
    static String figure(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    Page page() {
        return page;
    }

    /** Opens a page of the product by its address. */
    Person open(String path) {
        page.navigate(product.page(path));
        settle();
        return this;
    }

    void settle() {
        page.waitForFunction(SETTLED, null, new Page.WaitForFunctionOptions().setPollingInterval(100));
    }

    /** Fills in the form of the sign-in page that is open. */
    void signIn(Language language, String password) {
        signIn(language, "admin", password);
    }

    private void signIn(Language language, String user, String password) {
        page.getByLabel(language.userName).fill(user);
        page.getByLabel(language.password, new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        button(language.signIn).click();
    }

    /** Comes in as the administrator, in English. */
    Person signedIn() {
        return signedIn(Language.EN);
    }

    Person signedIn(Language language) {
        return signedIn(language, "admin", Fixtures.ADMIN_PASSWORD);
    }

    Person signedIn(Language language, String user, String password) {
        open("signin?lang=" + language.code());
        signIn(language, user, password);
        assertThat(navigation()).isVisible();
        settle();
        return this;
    }

    /** The menu of the areas: at the left edge, on a phone at the bottom. */
    Locator navigation() {
        return page.getByRole(AriaRole.NAVIGATION)
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }

    /** A link of the menu. */
    Locator area(String name) {
        return navigation()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator content() {
        return page.getByRole(AriaRole.MAIN);
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The open dialogue; one that fades away is none. */
    Locator dialog() {
        return page.locator("[role=dialog]:not([closing])");
    }

    /** Waits until no dialogue is left: keys do nothing while one fades away. */
    void awaitNoDialog() {
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    /** Presses a button of the open dialogue. */
    void answer(String button) {
        dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Does something and waits for the notice of it; one that stood there before does not count. */
    void notices(String text, Runnable act) {
        page.locator(NOTICE).evaluateAll(SEEN);
        act.run();
        assertThat(page.locator(NOTICE + ":not([seen])").getByText(text).first())
                .isVisible();
    }

    /** Saves the settings of the page that is open. */
    void save() {
        notices("Saved.", () -> button("Save").click());
    }

    /** A text that stands by itself in the content. */
    Locator text(String text) {
        return content()
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .first();
    }

    boolean isDark() {
        return (Boolean) page.evaluate(IS_DARK);
    }

    /** Changes to the other colours where these are not the ones that the person likes. */
    void wear(Language language, boolean dark) {
        if (isDark() != dark) {
            button(language.colours).click();
            page.waitForCondition(() -> isDark() == dark);
        }
    }

    void leave() {
        page.context().close();
    }

    /** How much wider than the window the page is, in pixels. */
    int overhang() {
        return ((Number) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }

    /** Leaves a mark that a reload would wipe out. */
    void markWindow() {
        page.evaluate("() => { window.marked = true; }");
    }

    boolean isMarked() {
        return (Boolean) page.evaluate("() => window.marked === true");
    }
}
