package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** A vendor's module from the file to its end, on the screen, while somebody else works. */
@OrderWith(Step.ByStep.class)
public class StoreIT {

    private static final String PASSWORD = "một-mật-khẩu-dài";
    private static final double AT_ONCE_MILLIS = 3_000;

    /**
     * Three seconds are the goal on a quiet machine. Three times as long, beside whatever else a build does, still tells an
     * entry that comes by itself from one that waits for the next time the browser asks.
     */
    private static final double BY_ITSELF_SECONDS = 9;

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static Product product;
    private static Api api;
    private static Person admin;
    private static Person seller;
    private static String role;
    private static VisitsModule visits;
    private static Path folder;

    @BeforeClass
    public static void open() throws Exception {
        folder = Files.createDirectories(Path.of("target", "store").toAbsolutePath());
        visits = new VisitsModule(folder);
        product = scene.product();
        api = product.admin();
        role = api.post(
                        "/roles",
                        Map.of(
                                "name",
                                "Seller",
                                "permissions",
                                List.of(Map.of("type", "*", "actions", List.of("read", "create"), "scope", "all"))))
                .created();
        String user = api.post(
                        "/users",
                        Map.of("name", "Lê Thị Hoa", "userName", "hoa", "active", true, "roles", List.of(role)))
                .created();
        api.post("/users/" + user + "/actions/setPassword", Map.of("password", PASSWORD));
        admin = scene.admin();
        seller = new Person(product, scene.window(1280)).signedIn(Language.EN, "hoa", PASSWORD);
    }

    @Test
    @Step(1)
    public void aBadPackageTellsItsReasonAndAddsNothing() throws Exception {
        admin.open("modules");
        Path signed = visits.in("1.0.0");
        choose(signed);
        assertThat(refusal()).containsText("Nobody trusted vouches for");
        byte[] bytes = Files.readAllBytes(signed);
        choose(Files.write(folder.resolve("half.kar"), Arrays.copyOf(bytes, bytes.length / 2)));
        assertThat(refusal()).containsText("only a part of one");
        admin.answer("Cancel");
        admin.awaitNoDialog();
        assertThat(card("Visits")).isHidden();
    }

    @Test
    @Step(2)
    public void itsPlanTellsWhomOneTrustsAndItsMenuEntryComesToEveryOpenBrowser() throws Exception {
        Path trust = Files.createDirectories(product.home().resolve("trust"));
        Files.copy(visits.certificate(), trust.resolve("acme.pem"));
        choose(folder.resolve("acme-visits-1.0.0.kar"));
        assertThat(admin.dialog()).containsText("Acme (a vendor you trust)");
        assertThat(admin.dialog()).containsText("Fingerprint");
        assertThat(admin.dialog()).containsText("Nothing beyond its own records.");
        assertThat(admin.dialog()).containsText("Brings 1 table of its own.");
        assertThat(admin.dialog()).containsText("2 people are signed in and will see the new menu.");
        assertEquals("", String.join("\n", Chrome.seriousViolations(admin.page())));
        seller.markWindow();
        admin.answer("Install");
        long agreed = System.nanoTime();
        assertThat(seller.area("Visits")).isVisible();
        double seconds = (System.nanoTime() - agreed) / 1e9;
        System.out.printf("install to the menu entry in another open browser %.2f s%n", seconds);
        assertTrue("the menu entry took " + seconds + " s", seconds <= BY_ITSELF_SECONDS);
        assertTrue("a page was loaded anew", seller.isMarked());
        assertThat(card("Visits")).containsText("Running");
    }

    @Test
    @Step(3)
    public void switchedOffForARoleItIsGoneForThosePeopleAndComesBack() throws Exception {
        seller.open("visits");
        assertThat(seller.heading("Visits")).isVisible();
        Api of = Api.signedIn(product.port(), "hoa", PASSWORD);
        assertEquals(200, of.get("/visits").status());

        admin.open("modules/acme-visits");
        Locator box = admin.page().getByLabel("Seller");
        assertThat(box).isChecked();
        box.click();
        assertThat(seller.area("Visits")).isHidden(atOnce());
        assertThat(seller.content()).containsText("was removed");
        assertThat(admin.area("Visits")).isVisible();
        assertEquals(404, of.get("/visits").status());
        assertTrue(of.get("/types").json().findValuesAsText("name").stream().noneMatch("visits"::equals));
        assertTrue(of.get("/openapi.json").json().path("paths").path("/visits").isMissingNode());

        admin.button("Undo").click();
        assertThat(seller.area("Visits")).isVisible();
        assertEquals(200, of.get("/visits").status());
    }

    @Test
    @Step(4)
    public void anUpdateAndTheWayBackAndTheJournalOfBoth() throws Exception {
        admin.open("modules");
        choose(visits.in("1.1.0"));
        assertThat(admin.dialog()).containsText("No tables change.");
        admin.answer("Update");
        assertThat(card("Visits")).containsText("1.1.0");
        press(card("Visits"), "Roll back");
        admin.answer("Roll back");
        assertThat(card("Visits")).containsText("1.0.0");

        admin.open("modules/acme-visits");
        Locator journal = admin.page().getByRole(AriaRole.TABLE);
        assertThat(journal).containsText("Roll back");
        assertThat(journal).containsText("1.0.0 → 1.1.0");
        assertThat(journal).containsText("Administrator");
        assertThat(journal).containsText("Done");
        assertThat(admin.content()).containsText(SamplePackages.description("acme-visits"));
        assertEquals("", String.join("\n", Chrome.seriousViolations(admin.page())));
        assertEquals(0, admin.overhang());
    }

    @Test
    @Step(5)
    public void aFolderIsAddedAsASourceAndSaysWhatItHas() throws Exception {
        admin.open("modules?show=sources");
        admin.field("Folder or https address").fill("relative/folder");
        admin.button("Add").click();
        assertThat(admin.page().getByRole(AriaRole.ALERT)).containsText("neither a folder of the server");
        admin.field("Folder or https address").fill(folder.toString());
        admin.button("Add").click();
        Locator source =
                admin.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(folder.toString()));
        assertThat(source).containsText("acme-visits");
        assertThat(source).containsText("1.1.0");
        JsonNode module = api.get("/modules/acme-visits").json();
        assertEquals("1.1.0", module.path("update").asText());

        admin.open("modules?show=updates");
        assertThat(card("Visits")).containsText("1.1.0 is available");
        admin.open("modules?show=sources");
        admin.button("Remove " + folder).click();
        assertThat(admin.page().getByText(folder + " was removed")).isVisible();
    }

    @Test
    @Step(6)
    public void uninstalledItIsGoneFromEveryBrowser() throws Exception {
        admin.open("modules");
        press(card("Visits"), "Uninstall");
        assertThat(admin.dialog()).containsText("The data stays");
        admin.answer("Uninstall");
        assertThat(seller.area("Visits")).isHidden();
        assertThat(seller.area("Accounts")).isVisible();
        assertTrue(
                "a page was loaded anew",
                seller.isMarked() || seller.page().url().endsWith("visits"));
        JsonNode events = api.get("/modules/acme-visits").json().path("journal");
        assertEquals("uninstall", events.at("/0/action").asText());
        assertEquals("done", events.at("/0/result").asText());
    }

    private static Locator card(String name) {
        return admin.page()
                .getByRole(
                        AriaRole.ARTICLE,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void press(Locator card, String button) {
        card.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Gives a file to the open dialog for packages, which it opens where it is not. */
    private static void choose(Path file) {
        if (!admin.dialog().isVisible()) {
            admin.button("Install from file…").click();
        }
        admin.page()
                .waitForFileChooser(() -> admin.button("Choose a file…").click())
                .setFiles(file);
    }

    private static Locator refusal() {
        return admin.dialog().getByRole(AriaRole.ALERT);
    }

    private static LocatorAssertions.IsHiddenOptions atOnce() {
        return new LocatorAssertions.IsHiddenOptions().setTimeout(AT_ONCE_MILLIS);
    }
}
