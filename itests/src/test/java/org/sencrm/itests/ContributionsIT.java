package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** An add-on of a vendor that puts something of every kind into the screens while people look at them. */
@OrderWith(Step.ByStep.class)
public class ContributionsIT {

    private static final String SECRET = "zalo-4711-secret";
    private static final String WEB = "/ui/web/";

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static Product product;
    private static Api api;
    private static Person admin;

    @BeforeClass
    public static void open() throws Exception {
        product = scene.product();
        api = product.admin();
        admin = scene.admin();
    }

    @Test
    @Step(1)
    public void whatAnAddOnBringsAppearsInThePageThatIsOpen() throws Exception {
        admin.markWindow();
        Path pack = SampleScreens.build();
        Path trust = Files.createDirectories(product.home().resolve("trust"));
        Files.copy(pack.resolveSibling("acme.pem"), trust.resolve("acme.pem"));
        run(api.uploadPackage(pack));

        assertThat(admin.area("Clock")).isVisible();
        assertThat(admin.content()).containsText("The module “Acme clock” failed at this.");
        assertThat(admin.content()).containsText("Weighted value");
        assertTrue("the page was loaded anew", admin.isMarked());
    }

    @Test
    @Step(2)
    public void aCustomElementComesFromTheBundle() {
        admin.area("Clock").click();
        assertThat(admin.page().locator("acme-clock")).hasText("⟨14:05⟩");

        String address = webAddress();
        assertEquals(200, status(address));
        assertTrue(header(address, "content-type").startsWith("text/javascript"));
        assertTrue(header(address, "cache-control").contains("immutable"));
        assertEquals("nosniff", header(address, "x-content-type-options"));
    }

    @Test
    @Step(3)
    public void nothingElseOfTheBundleIsServedAndNothingToStrangers() {
        String address = webAddress();
        String folder = address.substring(0, address.lastIndexOf('/') + 1);
        for (String path : List.of(
                "..%2f..%2fcom/acme/clock/Clock.class",
                "%2e%2e/l10n/messages_en.properties",
                "..%5cacme-clock.js",
                "/acme-clock.js",
                "nothing.js",
                "help/en/acme-clock.md",
                "")) {
            int status = status(folder + path);
            assertTrue(path + " " + status, status >= 400 && status < 500);
        }
        assertEquals(404, status(address.replaceAll("/[0-9a-f]{16}/", "/0000000000000000/")));
        Page stranger = scene.window(1280);
        assertEquals(404, stranger.request().get(address).status());
        stranger.context().close();
    }

    @Test
    @Step(4)
    public void commandsAreCalledByNameAndByKeys() throws Exception {
        admin.open("");
        admin.notices("It is 14:05", () -> admin.page().keyboard().press("9"));

        String account = api.post("/accounts", Map.of("name", "Đông Á")).created();
        admin.open("accounts/" + account);
        admin.notices("It is 14:05 at accounts", () -> palette("show time"));

        admin.notices("The module “Acme clock” failed at this.", () -> palette("stop the"));
        admin.page().keyboard().press("?");
        assertThat(admin.dialog()).containsText("Stop the clock (these keys belong to the product)");
        assertThat(admin.dialog()).containsText("Create opportunity");
        admin.answer("Close");
        admin.awaitNoDialog();

        admin.page().keyboard().press("n");
        admin.page().keyboard().press("o");
        assertThat(admin.dialog().getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Account")))
                .hasValue("Đông Á");
    }

    @Test
    @Step(5)
    public void describedSettingsAreCheckedSavedAndTakenBack() {
        admin.open("settings/acme-clock");
        setMinutes("99");
        assertThat(admin.content()).containsText("Please enter a number from 1 to 60.");
        setMinutes("13");
        assertThat(admin.content()).containsText("Thirteen brings bad luck.");
        admin.field("Access token").fill(SECRET);
        admin.notices("Saved.", () -> setMinutes("10"));

        admin.open("screen/acme-clock");
        assertThat(admin.content()).containsText("10 minutes, token of " + SECRET.length());
        admin.open("settings/acme-clock");
        assertThat(admin.field("Access token")).hasValue("");
        assertFalse("the secret is shown", admin.page().content().contains(SECRET));

        setMinutes("20");
        admin.notices(
                "Everything is as it was before.", () -> admin.button("Undo").click());
        assertThat(minutes()).hasValue("10");
        assertThat(admin.content()).containsText("Made by Acme");
    }

    @Test
    @Step(6)
    public void whoIsNoAdministratorSetsOnlyTheirOwn() throws Exception {
        String id = api.post("/users", Map.of("userName", "lan", "name", "Lan", "email", "lan@congty.example"))
                .created();
        api.post("/users/" + id + "/actions/setPassword", Map.of("password", "hoa sen 2026 x"));
        Person lan = new Person(product, scene.chrome().person(360, 740, "light"));
        lan.open("signin?lang=en");
        lan.page().getByLabel(Language.EN.userName).fill("lan");
        lan.page()
                .getByLabel(Language.EN.password, new Page.GetByLabelOptions().setExact(true))
                .fill("hoa sen 2026 x");
        lan.button(Language.EN.signIn).click();
        assertThat(lan.navigation()).isVisible();

        lan.open("settings/acme-clock");
        assertThat(lan.field("My sign")).isVisible();
        assertEquals(0, lan.field("Access token").count());
        lan.field("My sign").fill("☀");
        lan.save();
        lan.open("settings/sales");
        assertThat(lan.content()).containsText("You may not see this page");
        lan.leave();
    }

    @Test
    @Step(7)
    public void helpIsFoundReadAndHarmless() throws Exception {
        admin.open("screen/acme-clock");
        admin.button("Help and keys").click();
        admin.page().getByText("Help: The clock of Acme").click();
        assertThat(admin.heading("The clock of Acme")).isVisible();
        assertThat(admin.content()).containsText("Once a day.");
        assertThat(admin.page()).hasTitle("The clock of Acme · Sen CRM");

        palette("from a lead");
        assertThat(admin.heading("Leads and opportunities")).isVisible();
        admin.open("help/crm/user?lang=vi");
        assertThat(admin.heading("Hướng dẫn sử dụng")).isVisible();
        assertThat(admin.page().locator("img[src*='home-1280-vi']")).isVisible();
        admin.open("help/acme-clock/acme-clock");
        assertThat(admin.heading("Đồng hồ Acme")).isVisible();
        admin.open("?lang=en");
    }

    @Test
    @Step(8)
    public void theNewPagesShutNobodyOut() throws Exception {
        for (String path : List.of("help/crm-sales/index", "help/crm/user", "settings/acme-clock", "settings/sales")) {
            admin.open(path);
            assertEquals(path, List.of(), Chrome.seriousViolations(admin.page()));
        }
        Person phone = new Person(product, scene.chrome().person(360, 740, "dark")).signedIn();
        for (String path : List.of("help/crm-sales/index", "help/crm/user", "settings/acme-clock")) {
            phone.open(path);
            assertEquals(path, 0, phone.overhang());
            assertEquals(path, List.of(), Chrome.seriousViolations(phone.page()));
        }
        phone.leave();
    }

    @Test
    @Step(9)
    public void allOfItGoesWithTheAddOn() throws Exception {
        admin.open("screen/acme-clock");
        String address = webAddress();
        admin.markWindow();
        run(api.post("/modules/plans", Map.of("id", SampleScreens.NAME, "action", "uninstall")));

        assertThat(admin.area("Clock")).isHidden();
        assertThat(admin.content()).containsText("was removed");
        assertEquals(404, status(address));
        assertEquals("n l,n o", admin.page().locator(".app").getAttribute("data-keys"));
        assertTrue("the page was loaded anew", admin.isMarked());
        admin.open("help/acme-clock/acme-clock");
        assertThat(admin.content()).containsText("was removed");
        admin.open("settings");
        assertThat(admin.content().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sales")))
                .isVisible();
        assertEquals(0, admin.content().getByText("Clock").count());
    }

    @Test
    @Step(10)
    public void anExportOfAnotherProductIsRecognised() throws Exception {
        Path file = Files.writeString(
                product.home().resolve("deals.csv"),
                "Record ID,Deal Name,Deal Stage,Associated Company,Amount,Close Date\n"
                        + "901,Trà sen,Closed Won,Đông Á,12,2026-03-04\n");
        ImportWizard wizard = new ImportWizard(admin, "opportunities");
        wizard.upload(file);
        assertThat(admin.content()).containsText("Recognised as “Deals from a HubSpot export”");
        admin.button("Read it without this").click();
        assertThat(admin.content()).containsText("Could be read as “Deals from a HubSpot export”");
        admin.button("Read it so").click();
        assertThat(admin.content()).containsText("Recognised as");

        wizard.goTo("Match columns");
        wizard.matches("Deal Stage", "Stage");
        admin.button("3 more").click();
        assertThat(admin.content()).containsText("Closed Won → Won");
        assertEquals(List.of(), Chrome.seriousViolations(admin.page()));
        admin.notices(
                "“Closed Won” is read as it is written.",
                () -> admin.button("Read “Closed Won” as it is written, not as “Won”")
                        .click());
        admin.button("Undo").click();
        assertThat(admin.content()).containsText("Closed Won → Won");
        wizard.goTo("Check");
        assertThat(admin.content()).containsText("rows are ready");
    }

    @Test
    @Step(11)
    public void whatAnActionIsToldIsFilledInFieldByField() throws Exception {
        admin.open("automations/new");
        admin.field("Name").fill("Welcome");
        choose("Records", "Accounts");
        choose("When", "A record is created");
        choose("Do", "Set a field");
        admin.button("Save").click();
        assertThat(admin.content()).containsText("Please fill in this field.");
        choose("Field", "Name");
        admin.field("Value").fill("Say hello");
        choose("Field", "Status");
        choose("Value", "Customer");
        assertEquals(List.of(), Chrome.seriousViolations(admin.page()));
        admin.button("Save").click();
        assertThat(admin.heading("Welcome")).isVisible();

        JsonNode stored = api.get("/automations?fields=name,parameters")
                .json()
                .path("items")
                .path(0);
        assertEquals(
                "{\"field\":\"status\",\"value\":\"customer\"}",
                stored.path("parameters").asText());
    }

    private static void choose(String label, String option) {
        Locator box = admin.page()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true));
        box.fill(option);
        admin.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .first()
                .click();
    }

    /** Where the browser found the script of the add-on. */
    private static String webAddress() {
        return (String) admin.page()
                .evaluate("performance.getEntriesByType('resource').map(entry => entry.name)"
                        + ".find(name => name.includes('" + WEB + SampleScreens.NAME
                        + "') && name.endsWith('clock.js'))");
    }

    /** What the server answers to a script in the page. */
    private static int status(String address) {
        return ((Number) admin.page()
                        .evaluate("async address => (await fetch(address, {cache: 'reload'})).status", address))
                .intValue();
    }

    private static String header(String address, String name) {
        return (String) admin.page()
                .evaluate(
                        "async ([address, name]) => (await fetch(address)).headers.get(name)", List.of(address, name));
    }

    private static void palette(String text) {
        assertThat(admin.page().locator("vaadin-context-menu-overlay")).hasCount(0);
        admin.page().keyboard().press("Control+k");
        admin.dialog().getByRole(AriaRole.COMBOBOX).fill(text);
        assertThat(admin.dialog().getByRole(AriaRole.OPTION).first()).isVisible();
        admin.settle();
        admin.dialog().getByRole(AriaRole.OPTION).first().click();
        admin.awaitNoDialog();
    }

    private static Locator minutes() {
        return admin.page().getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("Minutes"));
    }

    private static void setMinutes(String value) {
        minutes().fill(value);
        minutes().press("Tab");
        admin.button("Save").click();
    }

    /** Carries out what was planned, to its end. */
    private static void run(Api.Answer plan) throws Exception {
        String id = plan.created();
        assertTrue(plan.toString(), plan.json().path("possible").asBoolean());
        Api.Answer run = api.post("/modules/plans/" + id + "/run", null);
        assertEquals(run.toString(), 202, run.status());
        String job = run.json().path("id").asText();
        JsonNode end = Await.until("the operation", Duration.ofSeconds(60), () -> {
            JsonNode now = api.get("/jobs/" + job).json();
            return Set.of("queued", "running").contains(now.path("state").asText()) ? null : now;
        });
        assertEquals(end.toString(), "done", end.path("state").asText());
    }
}
