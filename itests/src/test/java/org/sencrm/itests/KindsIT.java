package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** An administrator lets a partner in, and the partner sees what belongs to the own company and nothing else. */
@OrderWith(Step.ByStep.class)
public class KindsIT {

    private static final String PASSWORD = "cánh đồng lúa chín vàng";
    private static final String COMPANY = "Gốm sứ Chu Đậu";
    private static final String FOREIGN = "Lụa Vạn Phúc";

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static Api api;
    private static Person admin;
    private static Person partner;
    private static String company;
    private static String foreign;
    private static String foreignContact;

    @BeforeClass
    public static void open() throws Exception {
        api = scene.product().admin();
        api.post(
                        "/roles",
                        Map.of(
                                "name",
                                "Portal",
                                "permissions",
                                List.of(Map.of(
                                        "type", "*", "actions", List.of("read", "create", "update"), "scope", "all"))))
                .created();
        company = api.post("/accounts", Map.of("name", COMPANY)).created();
        foreign = api.post("/accounts", Map.of("name", FOREIGN)).created();
        api.post("/contacts", Map.of("name", "Trần Văn An", "account", company)).created();
        foreignContact = api.post("/contacts", Map.of("name", "Phạm Thu Cúc", "account", foreign))
                .created();
        api.post("/activities", Map.of("name", "Gửi mẫu men", "regarding", Map.of("type", "accounts", "id", company)))
                .created();
        admin = scene.admin();
    }

    @Test
    @Step(1)
    public void anAdministratorMakesAPartnerWithACompany() throws Exception {
        admin.open("users/new");
        admin.field("Name").fill("Đỗ Thị Mai");
        admin.field("User name").fill("mai");
        choose("Kind", "Partner");
        choose("Roles", "Portal");
        save();
        assertThat(admin.content()).containsText("Say to which company this person belongs");
        Chrome.picture(admin.page(), "kinds-company-needed");
        choose("Company", COMPANY);
        save();
        assertThat(admin.heading("Đỗ Thị Mai")).isVisible();
        assertThat(admin.content()).containsText(COMPANY);
        Chrome.picture(admin.page(), "kinds-partner");
        assertEquals("", String.join("\n", Chrome.seriousViolations(admin.page())));
        JsonNode user = api.get("/users?filter=kind==partner").json().path("items");
        assertEquals(1, user.size());
        Api.Answer set =
                api.post("/users/" + user.at("/0/id").asText() + "/actions/setPassword", Map.of("password", PASSWORD));
        assertEquals(set.toString(), 204, set.status());
    }

    private static void save() {
        admin.button("Save").last().click();
    }

    private static void choose(String label, String option) {
        Locator input = admin.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label))
                .last();
        input.click();
        input.fill(option);
        admin.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .first()
                .click();
        input.press("Tab");
    }

    @Test
    @Step(2)
    public void thePartnerFindsTheirCompanyInListsAndSearch() throws Exception {
        partner = new Person(scene.product(), scene.window(1280)).signedIn(Language.EN, "mai", PASSWORD);
        assertThat(partner.navigation()).not().containsText("Users");
        assertThat(partner.content()).not().containsText("went wrong");
        Chrome.picture(partner.page(), "kinds-home-1280");
        for (List<String> list :
                List.of(List.of("accounts", COMPANY, FOREIGN), List.of("contacts", "Trần Văn An", "Phạm Thu Cúc"))) {
            partner.open(list.get(0));
            assertThat(partner.text(list.get(1))).isVisible();
            assertThat(partner.content()).not().containsText(list.get(2));
            Chrome.picture(partner.page(), "kinds-" + list.get(0) + "-1280");
        }
        partner.open("search?q=Phạm Thu Cúc");
        assertThat(partner.content()).not().containsText(FOREIGN);
        Api asked = new Api(scene.product().port(), token());
        assertEquals(0, asked.get("/search?q=Phuc").json().path("items").size());
        assertEquals(1, asked.get("/search?q=Dau").json().path("items").size());
    }

    private static String token() throws Exception {
        return new Api(scene.product().port(), null)
                .post("/auth/tokens", Map.of("user", "mai", "password", PASSWORD))
                .json()
                .path("token")
                .asText();
    }

    @Test
    @Step(3)
    public void anAddressOfAnotherCompanyLeadsNowhere() throws Exception {
        for (String address : List.of("accounts/" + foreign, "contacts/" + foreignContact, "users", "roles")) {
            partner.open(address);
            assertThat(partner.content()).not().containsText(FOREIGN);
            assertThat(partner.content()).not().containsText("Administrator");
        }
        partner.open("accounts/" + company);
        assertThat(partner.heading(COMPANY)).isVisible();
        Chrome.picture(partner.page(), "kinds-account-1280");
        assertEquals("", String.join("\n", Chrome.seriousViolations(partner.page())));
    }

    @Test
    @Step(4)
    public void onAPhoneItFits() throws Exception {
        Person phone = new Person(scene.product(), scene.window(360)).signedIn(Language.VI, "mai", PASSWORD);
        for (String address : List.of("", "accounts", "accounts/" + company)) {
            phone.open(address);
            assertTrue(address, phone.overhang() <= 0);
            Chrome.picture(phone.page(), "kinds-360-" + address.replaceAll("/.*", "-one"));
        }
        phone.leave();
    }

    @Test
    @Step(5)
    public void theMatrixTellsWhatIsLeft() throws Exception {
        admin.open("settings/permissions");
        admin.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("All roles side by side"))
                .click();
        admin.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("What one person may do"))
                .click();
        choose("Person", "Đỗ Thị Mai");
        assertThat(admin.content()).containsText("This is a partner or a customer");
        admin.settle();
        Chrome.picture(admin.page(), "kinds-matrix");
        assertEquals("", String.join("\n", Chrome.seriousViolations(admin.page())));
    }

    @Test
    @Step(6)
    public void usersAreFoundByTheirKind() {
        ListScreen users = new ListScreen(admin, "users");
        users.shows(2);
        users.filter("Kind", "Partner");
        users.shows(1);
        Chrome.picture(admin.page(), "kinds-users");
    }
}
