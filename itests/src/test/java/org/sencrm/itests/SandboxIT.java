package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** A record type is made and arranged in one installation, goes to another one by a file, and is worked with there. */
@OrderWith(Step.ByStep.class)
public class SandboxIT {

    private static final String RECORDS = "/c_equipment";
    private static final String MACHINE = "Máy ép nhựa 80 tấn";

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static Product sandbox;
    private static Product live;
    private static Person person;
    private static Path file;

    @BeforeClass
    public static void open() throws Exception {
        sandbox = Product.start();
        live = scene.product();
        file = sandbox.home().resolve("configuration.json");
        person = scene.admin();
    }

    @AfterClass
    public static void close() throws Exception {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    @Step(1)
    public void aTypeIsThereAtOnceWhereItIsMade() throws Exception {
        Api api = sandbox.admin();
        assertStatus(
                201,
                api.post(
                        "/types/custom",
                        Map.of("name", "equipment", "label", Map.of("vi", "Thiết bị", "en", "Equipment"))));
        assertStatus(
                201,
                api.post(
                        "/fields/c_equipment",
                        Map.of("name", "power", "label", Map.of("vi", "Công suất", "en", "Power"), "kind", "number")));
        assertStatus(
                201,
                api.send(
                        "PUT",
                        "/fields/c_equipment/layouts/everybody",
                        Map.of("sections", List.of(Map.of("fields", List.of("name"))), "hidden", List.of("power"))));
        assertStatus(201, api.post(RECORDS, Map.of("name", MACHINE, "power", 80)));
        assertEquals(
                MACHINE,
                api.get(RECORDS + "?filter=power==80")
                        .json()
                        .at("/items/0/name")
                        .asText());
    }

    @Test
    @Step(2)
    public void nothingOfItIsInTheOtherUntilItIsPromoted() throws Exception {
        assertDone("", sandbox.run("configuration", "export", file.toString()));
        assertTrue(Files.readString(file).contains("c_equipment"));
        assertDone("nothing was written", live.run("configuration", "promote", file.toString(), "--dry-run"));
        assertStatus(404, live.admin().get(RECORDS));

        assertDone("refused 0", live.run("configuration", "promote", file.toString()));

        assertStatus(200, live.admin().get(RECORDS));
        assertDone("added 0, changed 0", live.run("configuration", "promote", file.toString()));
    }

    @Test
    @Step(3)
    public void peopleWhoAreThereSeeItAndFindWhatTheLayoutShows() throws Exception {
        assertThat(person.area("Equipment")).isVisible();
        String id =
                live.admin().post(RECORDS, Map.of("name", MACHINE, "power", 80)).created();
        person.open("c_equipment");
        assertThat(person.page().locator("a.row-link")).hasText(MACHINE);
        person.open("c_equipment/" + id);
        assertThat(person.heading(MACHINE)).isVisible();
        assertThat(fact("Power")).hasCount(0);

        arrange("Show: Power");

        person.open("c_equipment/" + id);
        assertThat(fact("Power")).isVisible();
    }

    private static Locator fact(String label) {
        return person.content().locator("dt").getByText(label, new Locator.GetByTextOptions().setExact(true));
    }

    private static void arrange(String button) {
        person.open("settings/fields/c_equipment");
        Locator layout = person.page()
                .getByLabel("Layout", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));
        layout.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .press("Enter");
        // a click waits until there is something to save
        layout.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        assertThat(person.page().getByText("Layout saved. Everybody")).isVisible();
    }

    @Test
    @Step(4)
    public void thePagesOfTheAdministratorAreForEverybodyAndForAnyWindow() throws Exception {
        for (String page : List.of("settings/fields/c_equipment", "settings/changes")) {
            for (int width : List.of(1280, 360)) {
                person.page().setViewportSize(width, 860);
                person.open(page);
                Chrome.picture(person.page(), page.replace('/', '-') + "-" + width);
                assertEquals(page, List.of(), Chrome.seriousViolations(person.page()));
                assertTrue(page + " is wider than " + width, person.overhang() <= 0);
            }
        }
        person.page().setViewportSize(1280, 860);
    }

    @Test
    @Step(5)
    public void aRetiredTypeIsOutOfSightAndComesBackWhole() throws Exception {
        Api api = live.admin();
        assertStatus(200, api.send("PATCH", "/types/custom/c_equipment", Map.of("retired", true)));
        assertStatus(404, api.get(RECORDS));
        assertThat(person.area("Equipment")).hasCount(0);
        live.kill();
        live.startAgain();
        Api again = live.admin();
        assertStatus(404, again.get(RECORDS));
        assertStatus(200, again.send("PATCH", "/types/custom/c_equipment", Map.of("retired", false)));
        assertEquals(80, again.get(RECORDS).json().at("/items/0/power").asInt());
    }

    private static void assertStatus(int expected, Api.Answer answer) {
        assertEquals(answer.toString(), expected, answer.status());
    }

    private static void assertDone(String part, Product.Said said) {
        assertEquals(said.text(), 0, said.code());
        assertTrue(said.text(), said.text().contains(part));
    }
}
