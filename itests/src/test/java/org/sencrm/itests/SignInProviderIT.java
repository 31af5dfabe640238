package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** People sign in at the provider of their company, a real one, and come back. */
@OrderWith(Step.ByStep.class)
public class SignInProviderIT {

    private static final String MODULE = "crm-single-sign-on";
    private static final String PAGE = "settings/sign-in-provider";
    private static final String BUTTON = "Sign in with Sen account";
    private static final String REFUSED = "You could not be signed in that way. Try again, or ask an administrator.";
    private static final String NEWCOMER = "binh.tran";
    private static final String COLLEAGUE_PASSWORD = "hoa sen trong đầm của Lan";

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static OpenIdProvider provider;
    private static Person admin;
    private static String site;

    @BeforeClass
    public static void open() throws Exception {
        site = "http://127.0.0.1:" + scene.product().port();
        provider = OpenIdProvider.start(URI.create(site + "/ui/outside/oidc"));
        provider.add(NEWCOMER, "subject-1", "binh@sen.example", true);
        Product.Said said = scene.product().run("module", "install", MODULE);
        assertEquals(said.text(), 0, said.code());
        admin = scene.admin();
    }

    @AfterClass
    public static void close() {
        if (provider != null) {
            provider.close();
        }
    }

    private static void fill(String label, String value) {
        admin.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .fill(value);
    }

    private static void check(String field) {
        admin.page()
                .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(field))
                .check();
    }

    /** Somebody at a browser of their own who wants to see a page and is asked who they are. */
    private static Person visitor(String path) {
        Person person = new Person(scene.product(), scene.window(1280));
        person.open(path + (path.contains("?") ? "&" : "?") + "lang=en");
        assertThat(person.button("Sign in")).isVisible();
        return person;
    }

    /** Goes to the provider and says there who it is. */
    private static void signIn(Person person, String name) {
        person.button(BUTTON).click();
        assertThat(person.heading("Company account")).isVisible();
        person.field("Name").fill(name);
        person.button("Continue").click();
    }

    private static JsonNode user(String name) throws Exception {
        return scene.product()
                .admin()
                .get("/users?filter=userName==" + name)
                .json()
                .at("/items/0");
    }

    private static void switchTo(String name, boolean active) throws Exception {
        JsonNode user = user(name);
        Api.Answer switched = scene.product()
                .admin()
                .patch(
                        "/users/" + user.path("id").asText(),
                        user.path("version").asLong(),
                        Map.of("active", active));
        assertEquals(switched.toString(), 200, switched.status());
    }

    private static String sessionOf(Person person) {
        return person.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("__Host-sencrm"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    /** The address at which the provider sent the browser back, which is held up there. */
    private static String heldBack(Person person, String name) {
        provider.holdsBack = true;
        signIn(person, name);
        String answer = person.page().locator("#answer").textContent();
        provider.holdsBack = false;
        return answer;
    }

    @Test
    @Step(1)
    public void anAdministratorSetsItUpAndTriesIt() throws Exception {
        admin.open(PAGE);
        assertThat(admin.content()).containsText("First set the address of Sen CRM");
        admin.open("settings/mail");
        admin.field("Address of Sen CRM").fill(site);
        admin.field("Address of Sen CRM").press("Tab");
        admin.settle();
        admin.save();

        admin.open(PAGE);
        assertThat(admin.content()).containsText("Redirect address: " + site + "/ui/outside/oidc");
        fill("Address of the provider (issuer)", provider.issuer());
        fill("Client ID", OpenIdProvider.CLIENT);
        fill("Client secret", OpenIdProvider.SECRET);
        fill("Name on the button", "Sen account");
        admin.save();
        admin.button("Ask the provider").click();
        assertThat(admin.content()).containsText("This is an address inside the network");

        Api.Answer allowed = scene.product()
                .admin()
                .send("PUT", "/settings/outbound", Map.of("allowedHosts", List.of("localhost:" + provider.port())));
        assertEquals(allowed.toString(), 200, allowed.status());
        admin.button("Ask the provider").click();
        assertThat(admin.content()).containsText("The provider answers; keys to check what it signs: 1");
        Chrome.picture(admin.page(), "sign-in-provider-settings");
        assertEquals(List.of(), Chrome.seriousViolations(admin.page()));
    }

    @Test
    @Step(2)
    public void nobodyNewGetsInUntilTheSettingsAllowIt() throws Exception {
        Person person = visitor("accounts");
        signIn(person, NEWCOMER);

        assertThat(person.content()).containsText(REFUSED);
        Chrome.picture(person.page(), "sign-in-provider");
        assertEquals(List.of(), Chrome.seriousViolations(person.page()));
        assertTrue(user(NEWCOMER).isMissingNode());
        person.leave();
    }

    @Test
    @Step(3)
    public void atTheFirstSignInAUserIsMadeAndComesWhereItWantedTo() throws Exception {
        check("Make a user at the first sign-in");
        admin.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Role of such a user"))
                .click();
        admin.page().getByRole(AriaRole.OPTION).last().click();
        admin.save();

        Person person = visitor("accounts");
        String before = sessionOf(person);
        List<String> told = new ArrayList<>();
        person.page().onRequest(request -> told.add(referer(request)));
        signIn(person, NEWCOMER);

        assertThat(person.navigation()).isVisible();
        assertEquals("/ui/accounts", URI.create(person.page().url()).getPath());
        assertNotEquals(before, sessionOf(person));
        assertFalse(told.toString(), told.stream().anyMatch(each -> each.contains("code=")));
        JsonNode made = user(NEWCOMER);
        assertEquals("Tran Binh", made.path("name").asText());
        assertEquals("binh@sen.example", made.path("email").asText());
        assertEquals(1, made.path("roles").size());
        person.leave();
    }

    private static String referer(Request request) {
        return String.valueOf(request.headers().get("referer"));
    }

    @Test
    @Step(4)
    public void anAnswerCountsOnceAndInItsOwnBrowserOnly() {
        Person person = visitor("accounts");
        String answer = heldBack(person, NEWCOMER);

        Person thief = visitor("accounts");
        thief.page().navigate(answer);
        assertThat(thief.content()).containsText(REFUSED);
        thief.leave();

        person.page().navigate(answer.replaceAll("state=[^&]{3}", "state=abc"));
        assertThat(person.content()).containsText(REFUSED);
        person.page().navigate(answer);
        assertThat(person.navigation()).isVisible();

        // what the page still asks by itself would begin a session of its own
        person.page().navigate("about:blank");
        person.page().context().clearCookies();
        person.page().navigate(answer);
        // a new session knows nothing of the person, not even the language
        assertThat(person.content()).containsText("Không thể đăng nhập bằng cách này.");
        person.leave();
    }

    @Test
    @Step(5)
    public void aTokenOfAnotherSignInLetsNobodyIn() {
        Person person = visitor("accounts");
        provider.mixesUpNonces = true;
        signIn(person, NEWCOMER);
        assertThat(person.content()).containsText(REFUSED);
        provider.mixesUpNonces = false;
        person.leave();
    }

    @Test
    @Step(6)
    public void whoIsSwitchedOffStaysOut() throws Exception {
        switchTo(NEWCOMER, false);
        Person person = visitor("accounts");
        signIn(person, NEWCOMER);
        assertThat(person.content()).containsText(REFUSED);
        switchTo(NEWCOMER, true);
        person.leave();
    }

    @Test
    @Step(7)
    public void aVerifiedAddressLinksAndTheSecondFactorIsStillAskedFor() throws Exception {
        Api api = scene.product().admin();
        String id = api.post(
                        "/users", Map.of("userName", "lan", "name", "Lan", "email", "lan@sen.example", "active", true))
                .created();
        Api.Answer set = api.post("/users/" + id + "/actions/setPassword", Map.of("password", COLLEAGUE_PASSWORD));
        assertEquals(set.toString(), 204, set.status());
        Api lan = Api.signedIn(scene.product().port(), "lan", COLLEAGUE_PASSWORD);
        JsonNode begun = lan.post("/me/factors", Map.of("kind", "totp", "label", "phone"))
                .json();
        String secret = begun.path("secret").asText();
        Api.Answer confirmed = lan.post(
                "/me/factors/" + begun.path("id").asText() + "/confirm", Map.of("code", OneTimeCode.now(secret)));
        assertEquals(confirmed.toString(), 200, confirmed.status());
        String recovery = confirmed.json().at("/recoveryCodes/0").asText();
        check("Link to the user with the same e-mail address");
        admin.save();
        provider.add("lan.there", "subject-2", "lan@sen.example", true);
        provider.add("thief", "subject-3", "lan@sen.example", false);

        Person person = visitor("contacts");
        signIn(person, "lan.there");
        assertThat(person.button("Sign in")).isVisible();
        assertThat(person.field("Code")).isVisible();
        assertEquals(0, person.page().getByRole(AriaRole.NAVIGATION).count());
        person.button("Use this instead: Recovery code").click();
        person.field("Code").fill(recovery);
        person.button("Sign in").click();
        assertThat(person.navigation()).isVisible();
        assertEquals("/ui/contacts", URI.create(person.page().url()).getPath());
        person.leave();

        Person thief = visitor("contacts");
        signIn(thief, "thief");
        assertThat(thief.navigation()).isVisible();
        assertEquals("thief", user("thief").path("userName").asText());
        assertTrue(user("thief").path("email").asText("").isEmpty());
        thief.leave();
    }

    @Test
    @Step(8)
    public void withoutScriptsToo() {
        Person person = new Person(scene.product(), scene.window(1280));
        person.page().navigate(scene.product().page("light?lang=en"));
        person.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(BUTTON))
                .click();
        person.field("Name").fill(NEWCOMER);
        person.button("Continue").click();
        assertThat(person.button("Sign out")).isVisible();
        assertEquals("/ui/light", URI.create(person.page().url()).getPath());
        person.leave();
    }

    @Test
    @Step(9)
    public void whileTheProviderIsAwayPasswordsStillLetIn() {
        provider.stop();
        admin.open(PAGE);
        admin.button("Ask the provider").click();
        assertThat(admin.content().locator(".banner.bad")).isVisible();

        Person person = visitor("accounts");
        person.button(BUTTON).click();
        assertThat(person.content()).containsText("The provider does not answer now.");
        person.signIn(Language.EN, Fixtures.ADMIN_PASSWORD);
        assertThat(person.navigation()).isVisible();
        person.leave();
    }

    @Test
    @Step(10)
    public void withoutTheModuleNobodyIsOfferedIt() throws Exception {
        assertEquals(0, scene.product().run("module", "off", MODULE).code());

        Person person = visitor("accounts");
        assertThat(person.button(BUTTON)).hasCount(0);
        person.leave();
    }
}
