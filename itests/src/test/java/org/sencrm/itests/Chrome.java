package org.sencrm.itests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium, driven as a person would. */
final class Chrome implements AutoCloseable {

    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final Path GUIDE = Path.of(System.getProperty("crm.root", ".."), "docs", "images");

    /** What is still fading or moving has come to rest: colours are half mixed until then. */
    private static final String AT_REST = """
            async () => {
              const ends = animation => Number.isFinite(animation.effect?.getComputedTiming().endTime);
              await Promise.allSettled(document.getAnimations().filter(ends).map(animation => animation.finished));
              return document.querySelector('[role=dialog][closing]') === null;
            }
            """;

    private final Playwright playwright;
    private final Browser browser;

    private Chrome(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chrome open() {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", program("node"))));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(program("chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new Chrome(playwright, browser);
    }

    /** A person of their own: other cookies, other window. */
    Page person(int width, int height, String theme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setColorScheme("dark".equals(theme) ? ColorScheme.DARK : ColorScheme.LIGHT));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    /** A person at a desk who believes every certificate. */
    Page trusting() {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setLocale("en-GB"));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    /** A person who holds a phone. */
    Page phone() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true)
                .setLocale("en-GB"));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    /** A person whose device runs no scripts. */
    Page withoutScripts(int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(false)
                .setLocale("en-GB"));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    /** Keeps a picture of every open window. */
    void pictures(String name) {
        int window = 0;
        for (BrowserContext context : browser.contexts()) {
            for (Page page : context.pages()) {
                picture(page, name + "-" + ++window);
            }
        }
    }

    /**
     * Keeps a picture of the page for a designer's eye. With {@code -Dcrm.guide=true} the pictures that the guides show are
     * taken anew.
     */
    static void picture(Page page, String name) {
        byte[] picture = page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
        Path shown = GUIDE.resolve(name + ".png");
        if (Boolean.getBoolean("crm.guide") && Files.exists(shown)) {
            try {
                Files.write(shown, picture);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Violations that axe calls serious or critical, one line each, on the page when it has come to rest. */
    @SuppressWarnings("unchecked")
    static List<String> seriousViolations(Page page) throws Exception {
        try (InputStream axe = Chrome.class.getResourceAsStream("/axe.min.js")) {
            page.waitForFunction(AT_REST);
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; true");
        }
        return (List<String>) page.evaluate("""
                async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                  .filter(v => v.impact === 'serious' || v.impact === 'critical')
                  .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.html.slice(0, 120)).join(' | '))
                """);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static String program(String name) {
        for (String folder : System.getenv("PATH").split(":")) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return program.toString();
            }
        }
        throw new AssertionError(name + " is not installed: apt-get install " + name);
    }
}
