package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** A year of real sales on the screens of the product, as the people who work with it go through them. */
@OrderWith(Step.ByStep.class)
public class BrowserIT {

    private static final String ACCOUNT = "Cancity";
    private static final double AT_ONCE_MILLIS = 3_000;

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
        admin = person(1280);
    }

    @Test
    @Step(1)
    public void aWrongPasswordIsToldInWordsAndTheRightOneLetsIn() {
        admin.open("accounts?lang=en");
        admin.signIn(Language.EN, "not the password");
        assertThat(admin.page().getByRole(AriaRole.ALERT)).containsText("User name and password do not fit together");

        admin.signIn(Language.EN, Fixtures.ADMIN_PASSWORD);
        assertThat(admin.heading("Accounts")).isVisible();
    }

    @Test
    @Step(2)
    public void accountsProductsAndPeopleComeInWhole() throws Exception {
        for (Map.Entry<String, String> file : List.of(
                Map.entry("products", "products.csv"),
                Map.entry("users", "sales_teams.csv"),
                Map.entry("accounts", "accounts.csv"))) {
            JsonNode status = api.importFile(file.getKey(), RealData.file(file.getValue()), Map.of());
            assertEquals(status.toString(), "done", status.path("state").asText());
            assertEquals(
                    status.toString(),
                    RealData.rows(file.getValue()).size(),
                    status.path("created").asInt());
        }
    }

    @Test
    @Step(3)
    public void oneRemedyMendsAllRowsWithTheSameTroubleAndEveryOpportunityComesIn() throws Exception {
        ImportWizard wizard = new ImportWizard(admin, "opportunities");
        wizard.upload(RealData.file("sales_pipeline.csv"));
        wizard.previews(deals().get(0).get("opportunity_id"));

        wizard.goTo("Match columns");
        wizard.matches("opportunity_id", "External ID");
        wizard.matches("sales_agent", "Owner");
        wizard.matches("deal_stage", "Stage");

        wizard.goTo("Check");
        wizard.finds(count("product", "GTXPro"), "“GTXPro” is unknown.");
        wizard.finds(count("account", ""), "rows have nothing in this column.");
        Chrome.picture(admin.page(), "import-check");
        admin.button("Use “GTX Pro” for all").click();

        wizard.start(deals().size());
        wizard.tells("created", deals().size());
        wizard.tells("failed", 0);
        assertThat(admin.button("Undo")).isVisible();
    }

    @Test
    @Step(4)
    public void theListCountsFiltersAndSearches() throws Exception {
        ListScreen list = new ListScreen(admin, "opportunities");
        list.shows(deals().size());

        list.filter("Stage", "Won");
        list.shows(count("deal_stage", "Won"));

        list.search(ACCOUNT.toLowerCase(Locale.ROOT));
        list.shows(deals().stream()
                .filter(deal -> deal.get("deal_stage").equals("Won")
                        && deal.get("account").equals(ACCOUNT))
                .count());
        assertThat(list.rows(ACCOUNT, "Won").first()).isVisible();
        list.tellsNamesWhole();

        list.loosen("Stage");
        list.shows(count("account", ACCOUNT));
        admin.page().reload();
        list.shows(count("account", ACCOUNT));
    }

    @Test
    @Step(5)
    public void theBoardCountsEveryStage() throws Exception {
        BoardScreen board = new BoardScreen(admin, "opportunities");
        for (String stage : List.of("Prospecting", "Engaging", "Won", "Lost")) {
            board.counts(stage, count("deal_stage", stage));
        }
    }

    @Test
    @Step(6)
    public void aCardIsDraggedByMouseAndMovedBackByKeyboard() throws Exception {
        long prospecting = count("deal_stage", "Prospecting");
        long engaging = count("deal_stage", "Engaging");
        BoardScreen board = new BoardScreen(admin, "opportunities");
        String address = BoardScreen.address(board.first("Prospecting"));

        board.drag(board.first("Prospecting"), "Engaging");
        assertThat(board.card("Engaging", address)).isVisible();
        board.counts("Prospecting", prospecting - 1);
        board.counts("Engaging", engaging + 1);
        assertEquals("Engaging", api.get("/" + address).json().path("stage").asText());

        board.card("Engaging", address).press("Control+ArrowLeft");
        assertThat(board.card("Prospecting", address)).isFocused();
        board.counts("Prospecting", prospecting);
        board.counts("Engaging", engaging);
        assertEquals("Prospecting", api.get("/" + address).json().path("stage").asText());
    }

    @Test
    @Step(7)
    public void aFingerThatRestsOnACardTakesItAcrossTheEdgeOfAPhone() throws Exception {
        Person person = new Person(product, scene.chrome().phone()).signedIn();
        BoardScreen board = new BoardScreen(person, "opportunities");
        board.counts("Prospecting", count("deal_stage", "Prospecting"));
        String address = BoardScreen.address(board.first("Prospecting"));

        String stage = board.dragBeyondTheEdge(board.first("Prospecting"));
        assertThat(board.card(stage, address)).isVisible();
        assertNotEquals("Prospecting", stage);
        assertEquals(stage, api.get("/" + address).json().path("stage").asText());

        Locator undo = person.button("Undo");
        assertEquals(undo.evaluate("button => button.scrollWidth"), undo.evaluate("button => button.clientWidth"));
        undo.click();
        assertThat(board.card("Prospecting", address)).isAttached();
        assertEquals("Prospecting", api.get("/" + address).json().path("stage").asText());
        person.leave();
    }

    @Test
    @Step(8)
    public void aFingerThatMovesOnAtOnceScrollsAndMovesNoCard() throws Exception {
        Person person = new Person(product, scene.chrome().phone()).signedIn();
        BoardScreen board = new BoardScreen(person, "opportunities");
        String address = BoardScreen.address(board.first("Prospecting"));

        board.swipeOver(board.first("Prospecting"));

        assertThat(board.card("Prospecting", address)).isAttached();
        assertEquals("Prospecting", api.get("/" + address).json().path("stage").asText());
        assertThat(person.page().getByText("moved to")).hasCount(0);
        person.leave();
    }

    @Test
    @Step(9)
    public void aCardThatIsNotTakenGoesBackToItsPlace() throws Exception {
        BoardScreen board = new BoardScreen(admin, "opportunities");
        String address = BoardScreen.address(board.first("Engaging"));

        board.drag(board.first("Engaging"), "Lost");
        assertThat(admin.field("Lost reason")).isVisible();
        admin.answer("Cancel");

        admin.awaitNoDialog();
        assertEquals(address, BoardScreen.address(board.first("Engaging")));
        board.counts("Lost", count("deal_stage", "Lost"));
        assertEquals("Engaging", api.get("/" + address).json().path("stage").asText());
    }

    @Test
    @Step(10)
    public void whoMayChangeOnlyTheirOwnIsToldSoAndTheCardGoesBack() throws Exception {
        Colleague mai = Colleague.who(api, "mai.vo", "opportunities", Map.of("read", "all", "update", "own"));
        Person seller = person(1280).signedIn(Language.EN, mai.userName(), mai.password());
        BoardScreen board = new BoardScreen(seller, "opportunities");
        String address = BoardScreen.address(board.first("Prospecting"));

        board.drag(board.first("Prospecting"), "Engaging");

        assertThat(seller.page().getByText("You may not do this.")).isVisible();
        assertEquals(address, BoardScreen.address(board.first("Prospecting")));
        assertEquals("Prospecting", api.get("/" + address).json().path("stage").asText());

        seller.open("opportunities").button("Save view").click();
        assertThat(seller.dialog()).containsText("Name");
        assertThat(seller.dialog()).not().containsText("Everyone");
        seller.leave();
    }

    @Test
    @Step(11)
    public void losingADealAsksWhyOnceAndCanBeUndone() throws Exception {
        BoardScreen board = new BoardScreen(admin, "opportunities");
        String address = BoardScreen.address(board.first("Engaging"));

        board.move(board.first("Engaging"), "Lost");
        admin.field("Lost reason").fill("Chose a cheaper offer");
        admin.answer("Save");
        assertThat(board.card("Lost", address)).isVisible();
        JsonNode lost = api.get("/" + address).json();
        assertEquals("Lost", lost.path("stage").asText());
        assertEquals("Chose a cheaper offer", lost.path("lostReason").asText());

        admin.button("Undo").click();
        assertThat(board.card("Engaging", address)).isVisible();
        board.counts("Lost", count("deal_stage", "Lost"));
        assertEquals("", api.get("/" + address).json().path("lostReason").asText(""));
    }

    @Test
    @Step(12)
    public void aValueIsChangedInItsPlaceAndTheChangeUndone() throws Exception {
        RecordScreen record = openAccount(admin);
        record.edit("Phone", "0236 385 1122");
        assertThat(admin.page().getByText("Phone was saved.")).isVisible();
        assertEquals("0236 385 1122", account().path("phone").asText());

        admin.button("Undo").click();
        assertThat(admin.page().getByText("Phone is as it was before.")).isVisible();
        assertEquals("", account().path("phone").asText(""));
    }

    @Test
    @Step(13)
    public void whoeverSavesSecondSeesBothValuesAndChooses() throws Exception {
        Person colleague = person(1280).signedIn();
        Locator slow = openAccount(admin).begin("Website", "https://mine.example");

        openAccount(colleague).edit("Website", "https://theirs.example");
        assertThat(colleague.page().getByText("Website was saved.")).isVisible();

        slow.press("Tab");
        assertThat(admin.dialog()).containsText("Somebody else changed this too");
        assertThat(admin.dialog()).containsText("https://mine.example");
        admin.dialog().getByText("https://theirs.example").click();
        admin.answer("Save");

        assertThat(admin.content()).containsText("theirs.example");
        assertEquals("https://theirs.example", account().path("website").asText());
        colleague.leave();
    }

    @Test
    @Step(14)
    public void openPagesFollowAModuleThatIsRemovedAndComesBack() throws Exception {
        Person colleague = person(1280).signedIn();
        colleague.open("accounts").markWindow();
        ListScreen list = new ListScreen(admin, "opportunities");
        list.shows(deals().size());
        admin.markWindow();

        carryOut("uninstall", "crm-sales");
        assertThat(admin.area("Opportunities")).isHidden(atOnce());
        assertThat(colleague.area("Opportunities")).isHidden(atOnce());
        assertThat(admin.content()).containsText("was removed");
        assertThat(colleague.heading("Accounts")).isVisible();
        colleague.area("Contacts").click();
        assertThat(colleague.heading("Contacts")).isVisible();

        carryOut("install", "crm-sales");
        assertThat(admin.area("Opportunities"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(AT_ONCE_MILLIS));
        list.shows(deals().size());
        assertTrue("a page was loaded anew", admin.isMarked() && colleague.isMarked());
        colleague.leave();
    }

    @Test
    @Step(15)
    public void aFormulaAndARuleAreMadeOnTheScreenAndTheFormFollows() throws Exception {
        admin.open("settings/fields/accounts");
        admin.button("New field").click();
        admin.field("Label (English)").fill("Desks");
        choose("Kind", "Formula");
        admin.field("Expression").fill("employees * 2 +");
        assertThat(admin.dialog()).containsText("cannot be read");
        admin.field("Expression").fill("employees * 2");
        assertThat(admin.dialog()).not().containsText("cannot be read");
        admin.answer("Save");
        assertThat(admin.content()).containsText("Formula");
        Await.until(
                "the formula of older records",
                Duration.ofSeconds(20),
                () -> account().path("desks").asInt()
                        == 2 * account().path("employees").asInt());

        admin.button("Show a field only sometimes").click();
        choose("Field", "Website");
        admin.field("Show where").fill("employees > 100000000");
        admin.answer("Save");
        assertThat(admin.content()).containsText("Website is shown only where");
        admin.open("accounts/new");
        assertThat(admin.field("Phone")).isVisible();
        assertThat(admin.field("Website")).not().isVisible();
        admin.field("Employees").fill("100000001");
        admin.field("Employees").press("Tab");
        assertThat(admin.field("Website")).isVisible();

        admin.open("settings/fields/accounts");
        admin.button("Remove: Website is shown only where").click();
        assertThat(admin.page().getByText("The rule is gone.")).isVisible();
    }

    @Test
    @Step(16)
    public void everyScreenIsSoundInEnglishAndLight() throws Exception {
        assertEquals("", String.join("\n", new Tour(product, scene.chrome(), api).take(Language.EN, "light")));
    }

    @Test
    @Step(17)
    public void everyScreenIsSoundInVietnameseAndLight() throws Exception {
        assertEquals("", String.join("\n", new Tour(product, scene.chrome(), api).take(Language.VI, "light")));
    }

    @Test
    @Step(18)
    public void everyScreenIsSoundInVietnameseAndDark() throws Exception {
        assertEquals("", String.join("\n", new Tour(product, scene.chrome(), api).take(Language.VI, "dark")));
    }

    @Test
    @Step(19)
    public void everyScreenIsSoundInEnglishAndDark() throws Exception {
        assertEquals("", String.join("\n", new Tour(product, scene.chrome(), api).take(Language.EN, "dark")));
    }

    @Test
    @Step(20)
    public void aSmallDeviceWithoutScriptsFindsACustomerReadsAndLogsACall() throws Exception {
        Person outside = new Person(product, scene.chrome().withoutScripts(320, 640));
        Page page = outside.page();
        page.navigate(product.page("light?lang=en"));
        outside.signIn(Language.EN, "not the password");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not fit together");
        outside.signIn(Language.EN, Fixtures.ADMIN_PASSWORD);
        Locator search = page.getByRole(AriaRole.SEARCHBOX);
        // no picture can be taken of a page that is just giving way to the next
        assertThat(search).isVisible();
        Chrome.picture(page, "light-find");

        search.fill(ACCOUNT);
        outside.button("Search").click();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(ACCOUNT).setExact(true))
                .first()
                .click();
        assertThat(outside.heading(ACCOUNT)).isVisible();
        assertThat(outside.content()).containsText("Sector");

        outside.field("What was it about?").fill("Gọi từ xe: đặt thêm <2> thùng");
        outside.button("Save").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved.");
        assertThat(page.getByRole(AriaRole.LISTITEM).first()).containsText("Call · Gọi từ xe: đặt thêm <2> thùng");
        Chrome.picture(page, "light-record");
        assertEquals(0, outside.overhang());
        JsonNode timeline = api.get("/accounts/" + account().path("id").asText() + "/timeline")
                .json();
        assertTrue(timeline.toString(), timeline.toString().contains("Gọi từ xe"));

        page.locator("input[name=mark]").first().evaluate("mark => mark.value = 'another'");
        outside.button("Sign out").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Please open the page again");
        page.navigate(product.page("light"));
        outside.button("Sign out").click();
        assertThat(outside.heading("Sign in to Sen CRM")).isVisible();
        outside.leave();
    }

    /** The last step: nobody knows the new password. */
    @Test
    @Step(21)
    public void anotherPasswordSignsOutEveryBrowserOfThatPerson() throws Exception {
        Person elsewhere = person(1280).signedIn();
        Api.Answer set = api.post("/users/1/actions/setPassword", Map.of("password", "mưa rào " + System.nanoTime()));
        assertEquals(set.toString(), 204, set.status());
        assertThat(elsewhere.page().getByRole(AriaRole.ALERT)).containsText("You were signed out");
        elsewhere.leave();
    }

    /** Chooses in a box of the open dialogue. */
    private static void choose(String box, String option) {
        admin.dialog()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName(box).setExact(true))
                .fill(option);
        admin.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }

    private static Person person(int width) {
        return new Person(product, scene.window(width));
    }

    private static RecordScreen openAccount(Person person) {
        ListScreen accounts = new ListScreen(person, "accounts");
        accounts.search(ACCOUNT);
        return accounts.openRecord(ACCOUNT);
    }

    private static JsonNode account() throws Exception {
        return api.get("/accounts?filter=name==" + ACCOUNT).json().at("/items/0");
    }

    private static List<Map<String, String>> deals() throws Exception {
        return RealData.rows("sales_pipeline.csv");
    }

    /** How many deals of the file have this value. */
    private static long count(String column, String value) throws Exception {
        return deals().stream().filter(deal -> deal.get(column).equals(value)).count();
    }

    /** Does something with a module as a script would, and waits for the end of it. */
    private static void carryOut(String action, String module) throws Exception {
        String plan = api.post("/modules/plans", Map.of("id", module, "action", action))
                .created();
        Api.Answer run = api.post("/modules/plans/" + plan + "/run", null);
        assertEquals(run.toString(), 202, run.status());
        String job = run.json().path("id").asText();
        JsonNode end = Await.until("the end of " + action, Duration.ofSeconds(60), () -> {
            JsonNode now = api.get("/jobs/" + job).json();
            return Set.of("queued", "running").contains(now.path("state").asText()) ? null : now;
        });
        assertEquals(end.toString(), "done", end.path("state").asText());
    }

    private static LocatorAssertions.IsHiddenOptions atOnce() {
        return new LocatorAssertions.IsHiddenOptions().setTimeout(AT_ONCE_MILLIS);
    }
}
