package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** What people do with a list besides reading it: filter, sort, arrange, change, mark, group, and see it as a calendar. */
@OrderWith(Step.ByStep.class)
public class ListsIT {

    private static final String SHOP = "Chợ Bến Thành";
    private static final String CLINIC = "Phòng khám Sen";
    private static final String HOSPITAL = "Bệnh viện Hoa Mai";
    private static final String PLANT = "Nhà máy Đông Á";

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static Product product;
    private static Api api;
    private static Person person;

    @BeforeClass
    public static void open() throws Exception {
        product = scene.product();
        api = product.admin();
        account(SHOP, "customer", "Retail", 12);
        account(CLINIC, "customer", "Health", 40);
        account(HOSPITAL, "prospect", "Health", 900);
        account(PLANT, "prospect", "Industry", 2_000);
        person = scene.admin();
    }

    private static void account(String name, String status, String sector, int employees) throws Exception {
        api.post("/accounts", Map.of("name", name, "status", status, "sector", sector, "employees", employees));
    }

    private static JsonNode found(String type, String filter) throws Exception {
        return api.get("/" + type + "?count=true&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                .json();
    }

    /** @param text digits, which mean nothing else in a pattern */
    private static Locator cell(String text) {
        return person.page()
                .locator("vaadin-grid-cell-content:visible")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + text + "\\s*$")))
                .first();
    }

    private static void shows(String... names) {
        for (String name : List.of(SHOP, CLINIC, HOSPITAL, PLANT)) {
            Locator link =
                    person.page().locator("a.row-link:visible").filter(new Locator.FilterOptions().setHasText(name));
            assertThat(link).hasCount(List.of(names).contains(name) ? 1 : 0);
        }
    }

    private static void writeFilter(String rsql) {
        Locator text = person.dialog().getByLabel("The same in RSQL");
        text.fill(rsql);
        text.press("Tab");
    }

    @Test
    @Step(1)
    public void aFilterOfGroupsIsWrittenInRsqlAndSaidInWords() {
        person.open("accounts");
        shows(SHOP, CLINIC, HOSPITAL, PLANT);
        person.button("Advanced").click();
        writeFilter("sector==Retail,(employees=gt=100;sector==Health)");
        assertThat(person.dialog()
                        .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Group of conditions")))
                .hasCount(2);
        person.answer("Apply");
        person.awaitNoDialog();
        shows(SHOP, HOSPITAL);
        assertThat(person.page().locator(".chip")).hasCount(1);
        assertThat(person.page().locator(".chip")).containsText("or (Employees more than 100 and Sector is Health)");
    }

    @Test
    @Step(2)
    public void aDayIsNamedByWhereItLiesFromToday() throws Exception {
        assertEquals(
                4, found("accounts", "createdAt=during=today").path("total").asInt());
        assertEquals(
                0,
                found("accounts", "createdAt=during=last:2d;createdAt=during=yesterday")
                        .path("count")
                        .asInt());
        person.open("accounts?filter=createdAt%3Dduring%3DthisQuarter");
        shows(SHOP, CLINIC, HOSPITAL, PLANT);
        assertThat(person.page().locator(".chip")).containsText("Created within this quarter");
    }

    @Test
    @Step(3)
    public void anEndlessFilterIsRefusedWhereItWasWritten() {
        person.open("accounts");
        person.button("Advanced").click();
        writeFilter(String.join(";", Collections.nCopies(10_000, "employees=gt=1")));
        person.answer("Apply");
        assertThat(person.dialog().getByText("at most 100 comparisons")).isVisible();
        person.answer("Cancel");
        person.awaitNoDialog();
        shows(SHOP, CLINIC, HOSPITAL, PLANT);
    }

    @Test
    @Step(4)
    public void anOrderByTwoFieldsIsChosenByKeyboard() {
        person.open("accounts");
        person.button("Sort").press("Enter");
        choose("Sort by", "Sector");
        choose("Then by", "Employees");
        person.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Apply"))
                .press("Enter");
        person.awaitNoDialog();
        person.page()
                .waitForURL(address ->
                        address.contains("sort=sector,employees") || address.contains("sort=sector%2Cemployees"));
        person.settle();
        assertTrue(top(CLINIC) < top(HOSPITAL));
        assertTrue(top(HOSPITAL) < top(PLANT));
        assertTrue(top(PLANT) < top(SHOP));
    }

    private static double top(String name) {
        return person.page()
                .locator("a.row-link")
                .filter(new Locator.FilterOptions().setHasText(name))
                .boundingBox()
                .y;
    }

    private static void choose(String label, String option) {
        Locator input = person.dialog()
                .getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label))
                .last();
        input.click();
        input.fill(option);
        person.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
        input.press("Tab");
    }

    @Test
    @Step(5)
    public void aCellIsChangedInItsPlaceAndBack() throws Exception {
        person.open("accounts?columns=name,employees");
        cell("900").dblclick();
        Locator input = person.page().locator(".cell-edit input");
        assertThat(input).isFocused();
        input.fill("950");
        input.press("Enter");
        assertThat(person.page().getByText("Employees was saved.")).isVisible();
        assertEquals(1, found("accounts", "employees==950").path("total").asInt());
        assertThat(input).hasCount(0);
        person.button("Undo").click();
        assertThat(cell("900")).isVisible();
        assertEquals(1, found("accounts", "employees==900").path("total").asInt());
        cell("900").dblclick();
        assertThat(input).isFocused();
        input.fill("1");
        JsonNode clinic = found("accounts", "employees==40").at("/items/0");
        String address = "/accounts/" + clinic.path("id").asText();
        api.patch(address, clinic.path("version").asLong(), Map.of("employees", 41));
        // the change of a colleague comes to the list, and not under the hands of whoever types
        person.page().waitForTimeout(1_000);
        assertThat(input).isFocused();
        assertThat(input).hasValue("1");
        input.press("Escape");
        assertThat(cell("900")).isVisible();
        assertThat(cell("41")).isVisible();
        api.patch(address, clinic.path("version").asLong() + 1, Map.of("employees", 40));
        assertThat(cell("40")).isVisible();
        assertEquals(1, found("accounts", "employees==900").path("total").asInt());
    }

    @Test
    @Step(6)
    public void aStarPutsARecordAmongTheFavourites() throws Exception {
        person.open("accounts?q=Sen");
        shows(CLINIC);
        person.page().locator("button.star:visible").click();
        assertThat(person.page().locator("button.star:visible")).hasAttribute("aria-pressed", "true");
        person.open("accounts");
        person.page()
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("My favourites"))
                .click();
        shows(CLINIC);
        assertEquals(
                CLINIC, found("accounts", "favourite==true").at("/items/0/name").asText());
    }

    @Test
    @Step(7)
    public void aWidthStaysWithThePerson() {
        person.open("accounts");
        person.button("Columns").click();
        Locator width = person.dialog().getByLabel("Width of Name in pixels");
        width.fill("333");
        width.press("Tab");
        person.answer("Apply");
        person.awaitNoDialog();
        person.open("accounts");
        assertThat(person.page().locator("vaadin-grid-column").nth(1)).hasJSProperty("width", "333px");
    }

    @Test
    @Step(8)
    public void groupsTellTheirTotalsAndFold() {
        person.open("accounts?by=status");
        Locator heads = person.page().locator("button.group-head");
        assertThat(heads).hasCount(2);
        assertThat(heads.first()).containsText("Prospect");
        assertThat(heads.first()).hasAttribute("aria-expanded", "true");
        shows(HOSPITAL, PLANT);
        heads.last().click();
        shows(SHOP, CLINIC, HOSPITAL, PLANT);
        heads.first().click();
        shows(SHOP, CLINIC);
        assertThat(person.page().locator(".group-total")).containsText("4");
    }

    @Test
    @Step(9)
    public void aDayLaterInTheCalendarIsADayLaterInTheRecord() throws Exception {
        String due = Instant.now().toString().substring(0, 8) + "15T03:00:00Z";
        String id = api.post("/activities", Map.of("name", "Gọi lại", "kind", "call", "dueAt", due))
                .created();
        person.open("activities/calendar?by=dueAt");
        Locator card = person.page().locator(".day-card").filter(new Locator.FilterOptions().setHasText("Gọi lại"));
        card.press("Control+ArrowRight");
        assertThat(person.page().getByText(Pattern.compile("moved to 16/"))).isVisible();
        assertTrue(api.get("/activities/" + id).json().path("dueAt").asText().contains("-16T03:00"));
        person.button("Undo").click();
        assertThat(person.page().getByText(Pattern.compile("is back on 15/"))).isVisible();
        assertTrue(api.get("/activities/" + id).json().path("dueAt").asText().contains("-15T03:00"));
    }

    /** The click on a link of a menu takes the menu away, and a slow browser asks for the file only then. */
    @Test
    @Step(10)
    public void aFileOutlivesTheMenuThatOfferedIt() {
        person.open("accounts");
        person.button("Export").click();
        Object file = person.page().getByText("CSV (.csv)").evaluate("text => text.closest('a').href");
        person.page().keyboard().press("Escape");
        assertThat(person.page().locator("vaadin-context-menu-overlay")).hasCount(0);
        person.settle();
        assertEquals(200, person.page().evaluate("file => fetch(file).then(answer => answer.status)", file));
    }
}
