package org.sencrm.itests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.rules.TestRule;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/**
 * A product in an empty home and a browser, for all tests of a class. Where a test fails, a picture of every window is kept.
 * It stands in a static field that is {@code @ClassRule} and {@code @Rule}.
 */
final class Scene implements TestRule {

    private Product product;
    private Chrome chrome;

    @Override
    public Statement apply(Statement tests, Description of) {
        return new Statement() {
            @Override
            public void evaluate() throws Throwable {
                if (of.isTest()) {
                    watch(tests, of);
                } else {
                    open(tests);
                }
            }
        };
    }

    private void open(Statement tests) throws Throwable {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        try (Product started = Product.start();
                Chrome opened = Chrome.open()) {
            product = started;
            chrome = opened;
            tests.evaluate();
        }
    }

    private void watch(Statement test, Description of) throws Throwable {
        try {
            test.evaluate();
        } catch (Throwable failure) {
            chrome.pictures("failed-" + of.getTestClass().getSimpleName() + "-" + of.getMethodName());
            throw failure;
        }
    }

    Product product() {
        return product;
    }

    /** A window of somebody else: other cookies. */
    Page window(int width) {
        return chrome.person(width, 860, "light");
    }

    /** The administrator in a window of a desk, signed in, in English. */
    Person admin() {
        return new Person(product, window(1280)).signedIn();
    }

    Chrome chrome() {
        return chrome;
    }
}
