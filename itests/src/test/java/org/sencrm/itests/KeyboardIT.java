package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** A day's work without a mouse: nothing in here clicks. */
@OrderWith(Step.ByStep.class)
public class KeyboardIT {

    private static final String MILL = "Dệt Phong Phú";
    private static final String BAKERY = "Bánh mì Như Lan";
    private static final String DEAL = "Máy dệt kim";

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static Api api;
    private static Person person;
    private static Keyboard keys;

    @BeforeClass
    public static void open() throws Exception {
        api = scene.product().admin();
        person = new Person(scene.product(), scene.window(1280));
        keys = new Keyboard(person.page());
    }

    private static JsonNode only(String type) throws Exception {
        JsonNode items = api.get("/" + type).json().path("items");
        assertEquals(items.toString(), 1, items.size());
        return items.get(0);
    }

    private static Locator input(String field) {
        return person.page().locator("[data-field=" + field + "] input").last();
    }

    @Test
    @Step(1)
    public void somebodySignsIn() {
        person.open("signin?lang=en");
        keys.reach(person.field("User name")).type("admin");
        keys.press("Tab").type(Fixtures.ADMIN_PASSWORD).press("Enter");
        assertThat(person.navigation()).isVisible();
        person.settle();
    }

    @Test
    @Step(2)
    public void aCustomerIsCreatedAndChanged() throws Exception {
        keys.press("g", "a");
        assertThat(person.heading("Accounts")).isVisible();
        person.settle();
        keys.press("c");
        keys.reach(input("name")).type(MILL).reach(input("phone")).type("02838966932");
        keys.press("Control+Enter");
        person.awaitNoDialog();
        assertThat(row(MILL)).isVisible();
        assertEquals(MILL, only("accounts").path("name").asText());

        goToFirstRow();
        keys.press("Enter");
        assertThat(person.heading(MILL)).isVisible();
        person.settle();
        keys.press("e");
        keys.reach(input("website")).type("phongphu.example");
        keys.press("Control+Enter");
        person.awaitNoDialog();
        assertThat(person.content()).containsText("phongphu.example");
        assertEquals("02838966932", only("accounts").path("phone").asText().replaceAll("^\\+84", "0"));
    }

    @Test
    @Step(3)
    public void aCustomerIsFoundFromAnywhere() throws Exception {
        api.post("/accounts", Map.of("name", BAKERY, "status", "prospect", "sector", "Thực phẩm"));
        person.open("");
        keys.press("/").type("nhu lan");
        assertThat(person.page().getByRole(AriaRole.OPTION).first()).containsText(BAKERY);
        keys.press("ArrowDown", "Enter");
        assertThat(person.heading(BAKERY)).isVisible();
        person.settle();

        keys.press("Control+k")
                .reach(person.dialog().getByRole(AriaRole.COMBOBOX))
                .type("accounts");
        assertThat(person.dialog().getByRole(AriaRole.OPTION).first()).containsText("Accounts");
        keys.press("Enter");
        assertThat(person.heading("Accounts")).isVisible();

        // typed on without a look whether the palette is there
        keys.press("Control+k").type("contacts");
        assertThat(person.dialog().getByRole(AriaRole.OPTION).first()).containsText("Contacts");
        keys.press("Enter");
        assertThat(person.heading("Contacts")).isVisible();
    }

    @Test
    @Step(4)
    public void aListIsWalkedLookedIntoAndChangedInPlace() throws Exception {
        person.open("accounts?sort=name");
        goToFirstRow();
        keys.press("Space");
        Locator beside = person.page().locator(".quick-view");
        assertThat(beside).containsText(BAKERY);
        keys.press("j");
        assertThat(beside).containsText(MILL);
        keys.press("k", "Escape");
        assertThat(beside).isHidden();

        keys.press("F2");
        Locator name = person.page().locator("vaadin-grid-cell-content input:focus");
        assertThat(name).hasValue(BAKERY);
        keys.press("Control+a").type(BAKERY + " 2").press("Enter");
        assertThat(person.page().locator("a.row-link").first()).hasText(BAKERY + " 2");
        keys.reach(person.button("Undo")).press("Enter");
        assertThat(person.page().locator("a.row-link").first()).hasText(BAKERY);
    }

    @Test
    @Step(5)
    public void aListIsNarrowedAndWidened() {
        person.open("accounts");
        keys.reach(person.button("Filter")).press("Enter");
        Locator field = person.dialog().getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Field"));
        keys.reach(field).type("Status");
        assertThat(option("Status")).isVisible();
        keys.press("Enter");
        Locator value = person.dialog().getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Value"));
        keys.reach(value).type("Prospect");
        assertThat(option("Prospect")).isVisible();
        keys.press("Enter").reach(dialogButton("Apply")).press("Enter");
        person.awaitNoDialog();
        assertThat(row(BAKERY)).isVisible();
        assertThat(row(MILL)).isHidden();

        keys.reach(person.page()
                        .getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(Pattern.compile("^Remove the filter Status"))))
                .press("Enter");
        assertThat(row(MILL)).isVisible();
    }

    @Test
    @Step(6)
    public void recordsAreChosenDeletedAndPutBack() throws Exception {
        person.open("accounts?sort=name");
        goToFirstRow();
        keys.press("x");
        Locator bar = person.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Chosen rows"));
        Locator delete = bar.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"));
        keys.reachBack(delete).press("Enter");
        assertThat(row(BAKERY)).isHidden();
        keys.reach(person.button("Undo")).press("Enter");
        assertThat(row(BAKERY)).isVisible();
    }

    @Test
    @Step(7)
    public void aDealGoesToItsNextStageAndBack() throws Exception {
        String account = api.get("/accounts?filter=name==%27" + MILL.replace(" ", "%20") + "%27")
                .json()
                .at("/items/0/id")
                .asText();
        api.post("/opportunities", Map.of("name", DEAL, "account", account, "stage", "Prospecting"))
                .created();
        BoardScreen board = new BoardScreen(person, "opportunities");
        board.counts("Prospecting", 1);
        keys.reach(board.first("Prospecting")).press("Control+ArrowRight");
        board.counts("Engaging", 1);
        assertEquals("Engaging", only("opportunities").path("stage").asText());
        keys.reach(person.button("Undo")).press("Enter");
        board.counts("Prospecting", 1);
    }

    @Test
    @Step(8)
    public void aCallIsWrittenDownWithItsNextStep() throws Exception {
        person.open("accounts?sort=name");
        goToFirstRow();
        keys.press("Enter");
        assertThat(person.heading(BAKERY)).isVisible();
        person.settle();
        keys.reach(person.field("Comment")).type("Đã gọi, hẹn thứ năm").press("Control+Enter");
        assertThat(person.text("Đã gọi, hẹn thứ năm")).isVisible();
    }

    @Test
    @Step(9)
    public void aFileIsBroughtIn() throws Exception {
        Path file = Files.createTempFile("sencrm", ".csv");
        Files.writeString(file, "name,code\nGạo ST25,G-25\nGạo Nàng Thơm,G-26\n");
        person.open("products");
        keys.reach(person.button("Import").first()).press("Enter");
        person.page().onFileChooser(chooser -> chooser.setFiles(file));
        keys.reach(person.button("Choose a file…")).press("Enter");
        assertThat(person.page().locator("[aria-current=step]")).containsText("Preview");
        for (String step : List.of("Match columns", "Check")) {
            keys.reach(person.button(step + " →")).press("Enter");
            assertThat(person.page().locator("[aria-current=step]")).containsText(step);
        }
        Locator start = person.button("Import 2 rows");
        assertThat(start).isEnabled();
        keys.reach(start).press("Enter");
        assertThat(person.heading("The import is done")).isVisible();
        assertEquals(2, api.get("/products").json().path("items").size());
        Files.delete(file);
    }

    private static void goToFirstRow() {
        keys.press("j");
        assertThat(person.page().locator("a.row-link").first()).isFocused();
    }

    private static Locator option(String name) {
        return person.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator dialogButton(String name) {
        return person.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator row(String name) {
        return person.page().locator("a.row-link:visible").filter(new Locator.FilterOptions().setHasText(name));
    }
}
