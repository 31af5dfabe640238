package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** What two people do on the page of a record, and beside the list it stands in. */
@OrderWith(Step.ByStep.class)
public class RecordPageIT {

    private static final String PASSWORD = "một-mật-khẩu-dài";
    private static final String NAME = "Gốm sứ Chu Đậu";
    private static final String OFFER = "báo giá.txt";

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static Product product;
    private static Api api;
    private static Person admin;
    private static Person seller;
    private static String role;
    private static String account;

    @BeforeClass
    public static void open() throws Exception {
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
        account = api.post("/accounts", Map.of("name", NAME, "phone", "0901234567"))
                .created();
        api.post("/accounts", Map.of("name", "Lụa Vạn Phúc", "sector", "Dệt may"))
                .created();
        api.post("/accounts", Map.of("name", "Mây tre Phú Vinh")).created();
        admin = scene.admin();
        seller = new Person(product, scene.window(1280)).signedIn(Language.EN, "hoa", PASSWORD);
    }

    @Test
    @Step(1)
    public void aFileIsAddedShownReplacedTakenBackAndDeletedWithAWayBack() throws Exception {
        admin.open("accounts/" + account);
        Locator files = admin.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Files"));
        give(files, OFFER, "Tủ bếp: 12.000.000 ₫");
        assertThat(files.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete " + OFFER)))
                .isVisible();
        give(files, OFFER, "Tủ bếp: 11.500.000 ₫");
        assertThat(files).containsText("Version 2");

        press(files, OFFER);
        assertThat(admin.dialog()).containsText("Tủ bếp: 11.500.000 ₫");
        admin.answer("Version 1");
        assertThat(admin.dialog()).containsText("Tủ bếp: 12.000.000 ₫");
        admin.answer("Use version 1 again");
        assertThat(admin.dialog()).containsText("Version 3");
        assertEquals("", String.join("\n", Chrome.seriousViolations(admin.page())));
        admin.page().keyboard().press("Escape");
        admin.awaitNoDialog();

        press(files, "Delete " + OFFER);
        assertThat(files).containsText("Version 2");
        admin.button("Undo").click();
        assertThat(files).containsText("Version 3");
        JsonNode stored =
                api.get("/files?type=accounts&record=" + account).json().path("items");
        assertEquals(1, stored.size());
        assertEquals(3, stored.at("/0/version").asInt());
    }

    @Test
    @Step(2)
    public void whatCouldRunIsNeverShown() throws Exception {
        Locator files = admin.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Files"));
        give(files, "trang.html", "<script>document.title = 'taken'</script>");
        press(files, "trang.html");
        assertThat(admin.dialog()).containsText("not shown here");
        String address = admin.dialog().getByText("Download").first().getAttribute("href");
        if (address == null) {
            address = admin.dialog().locator("a[download]").getAttribute("href");
        }
        @SuppressWarnings("unchecked")
        Map<String, String> heads = (Map<String, String>) admin.page()
                .evaluate(
                        "async address => Object.fromEntries((await fetch(address)).headers)",
                        "/ui/" + address.replace("?download", ""));
        assertEquals("application/octet-stream", heads.get("content-type"));
        assertTrue(heads.toString(), heads.get("content-disposition").startsWith("attachment"));
        assertTrue(heads.toString(), heads.get("content-security-policy").contains("sandbox"));
        assertEquals("nosniff", heads.get("x-content-type-options"));
        admin.page().keyboard().press("Escape");
        admin.awaitNoDialog();
    }

    @Test
    @Step(3)
    public void aRecordIsLookedAtBesideItsListWithoutLosingThePlace() throws Exception {
        admin.open("accounts");
        admin.page().locator("a.row-link").first().focus();
        admin.page().keyboard().press("Space");
        Locator beside = admin.page().locator(".quick-view");
        String first = admin.page().locator("a.row-link").first().innerText();
        String second = admin.page().locator("a.row-link").nth(1).innerText();
        assertThat(beside).containsText(first);
        admin.page().keyboard().press("j");
        assertThat(beside).containsText(second);
        admin.page().keyboard().press("ArrowUp");
        assertThat(beside).containsText(first);
        assertEquals("", String.join("\n", Chrome.seriousViolations(admin.page())));
        assertTrue(admin.page().url().endsWith("/accounts"));
        admin.page().keyboard().press("Escape");
        assertThat(beside).isHidden();
    }

    @Test
    @Step(4)
    public void aCommentThatMentionsSomebodyRingsTheirBell() throws Exception {
        seller.open("accounts");
        admin.open("accounts/" + account);
        Locator box = admin.field("Comment");
        box.click();
        admin.page().keyboard().type("Nhờ @Hoa");
        Locator offered = admin.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Lê Thị Hoa"));
        assertThat(offered).isVisible();
        admin.page().keyboard().press("Enter");
        admin.page().keyboard().type("xem giúp");
        admin.page().keyboard().press("Control+Enter");
        assertThat(admin.text("Nhờ @Lê Thị Hoa xem giúp")).isVisible();

        seller.button("Notifications, 1 new").click();
        Locator told = seller.page().getByText("mentioned you in “" + NAME + "”");
        assertThat(told).isVisible();
        told.click();
        assertThat(seller.heading(NAME)).isVisible();
        assertThat(seller.text("Nhờ @Lê Thị Hoa xem giúp")).isVisible();
        assertThat(seller.button("Notifications")).isVisible();
        assertThat(seller.button("Change this comment")).isHidden();
    }

    @Test
    @Step(5)
    public void whoFollowsIsToldOfWhatOthersChangeAndOnlyWhileAllowed() throws Exception {
        seller.button("Follow").click();
        assertThat(seller.button("Following")).isVisible();
        JsonNode now = api.get("/accounts/" + account).json();
        api.patch("/accounts/" + account, now.path("version").asLong(), Map.of("sector", "Gốm sứ"));
        assertThat(seller.button("Notifications, 1 new")).isVisible();

        Api hoa = Api.signedIn(product.port(), "hoa", PASSWORD);
        JsonNode told = hoa.get("/me/notifications").json();
        assertEquals("changed", told.at("/items/0/kind").asText());
        JsonNode seen = api.get("/roles/" + role).json();
        api.patch(
                "/roles/" + role,
                seen.path("version").asLong(),
                Map.of("permissions", List.of(Map.of("type", "contacts", "actions", List.of("read"), "scope", "all"))));
        JsonNode nothing = hoa.get("/me/notifications").json();
        assertEquals(nothing.toString(), 0, nothing.path("items").size());
        assertEquals(0, nothing.path("unread").asInt());
    }

    @Test
    @Step(6)
    public void theTimelineIsNarrowedByKind() {
        admin.open("accounts/" + account);
        Locator timeline = admin.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Timeline"));
        assertThat(timeline).containsText("Created");
        admin.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("What the timeline shows"))
                .click();
        admin.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Comments"))
                .click();
        assertThat(timeline).not().containsText("Created");
        assertThat(timeline).containsText("xem giúp");
    }

    @Test
    @Step(7)
    public void afterOneStepTheNextIsOfferedWithWhatIsKnown() throws Exception {
        api.post(
                        "/activities",
                        Map.of(
                                "name",
                                "Gọi hỏi mẫu men",
                                "kind",
                                "call",
                                "dueAt",
                                "2020-01-02T03:00:00Z",
                                "regarding",
                                Map.of("type", "accounts", "id", account)))
                .created();
        admin.open("accounts/" + account);
        Locator next = admin.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Next step"));
        assertThat(next).containsText("Gọi hỏi mẫu men");
        assertThat(next).containsText("overdue");
        press(next, "Done");
        assertThat(admin.dialog().locator("[data-field=name] input")).hasValue("Gọi hỏi mẫu men");
        admin.answer("Save");
        admin.awaitNoDialog();
        assertThat(next).containsText("Gọi hỏi mẫu men");
        assertThat(next).not().containsText("overdue");
    }

    @Test
    @Step(8)
    public void whatWasTypedSurvivesAReload() {
        admin.open("accounts/new");
        Locator name = admin.page().locator("[data-field=name] input");
        name.fill("Đúc đồng Ngũ Xã");
        admin.page().locator("[data-field=phone] input").fill("0901234567");
        admin.page().locator("[data-field=sector] input").click();
        admin.settle();
        admin.page().reload();
        assertThat(name).hasValue("Đúc đồng Ngũ Xã");
        assertThat(admin.content()).containsText("is here again");
        name.fill(NAME);
        admin.button("Save").click();
        assertThat(admin.heading(NAME)).isVisible();
    }

    @Test
    @Step(9)
    public void twoRecordsAreMadeOneAndTwoAgain() throws Exception {
        admin.button("Compare").click();
        assertThat(admin.dialog()).containsText(NAME);
        assertThat(admin.dialog()).containsText("Gốm sứ");
        assertEquals("", String.join("\n", Chrome.seriousViolations(admin.page())));
        admin.answer("Merge");
        assertThat(admin.page().getByText("There is only one")).isVisible();
        assertEquals(404, api.get("/accounts/" + account).status());

        admin.page()
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("History"))
                .click();
        admin.button("Take the merge back").click();
        assertThat(admin.page().getByText("They are two records again")).isVisible();
        assertEquals(200, api.get("/accounts/" + account).status());
        assertEquals(0, admin.overhang());
    }

    private static void give(Locator files, String name, String content) {
        files.locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static void press(Locator place, String button) {
        place.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
