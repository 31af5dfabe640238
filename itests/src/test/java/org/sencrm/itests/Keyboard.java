package org.sencrm.itests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The keys of somebody who has no mouse. */
final class Keyboard {

    /** More than anybody would press; a page that needs more is no page for them. */
    private static final int LONGEST_WAY = 60;

    /** Parts of a component have the focus in a tree of their own. */
    private static final String HAS_FOCUS =
            "element => element.getRootNode().activeElement === element || element.contains(document.activeElement)";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses keys one after the other, e.g. {@code g}, {@code Control+Enter}. */
    Keyboard press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Goes on by Tab until this has the focus. */
    Keyboard reach(Locator target) {
        return reach(target, "Tab");
    }

    Keyboard reachBack(Locator target) {
        return reach(target, "Shift+Tab");
    }

    private Keyboard reach(Locator target, String key) {
        target.waitFor();
        for (int pressed = 0; pressed < LONGEST_WAY; pressed++) {
            if ((Boolean) target.evaluate(HAS_FOCUS)) {
                return this;
            }
            press(key);
        }
        throw new AssertionError(LONGEST_WAY + " times " + key + " do not lead to " + target);
    }
}
