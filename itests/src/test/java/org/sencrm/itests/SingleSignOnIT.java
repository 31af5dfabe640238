package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** People sign in with the password of their company's directory, a real one. */
@OrderWith(Step.ByStep.class)
public class SingleSignOnIT {

    private static final String MODULE = "crm-single-sign-on";
    private static final String PAGE = "settings/single-sign-on";

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static DirectoryServer directory;
    private static Person admin;

    @BeforeClass
    public static void open() throws Exception {
        directory = DirectoryServer.start();
        Product.Said said = scene.product().run("module", "install", MODULE);
        assertEquals(said.text(), 0, said.code());
        admin = scene.admin();
    }

    @AfterClass
    public static void close() throws Exception {
        if (directory != null) {
            directory.close();
        }
    }

    private static int signIn(String name, String password) throws Exception {
        return new Api(scene.product().port(), null)
                .post("/auth/tokens", Map.of("user", name, "password", password))
                .status();
    }

    private static int signIn(String password) throws Exception {
        return signIn(DirectoryServer.PERSON, password);
    }

    private static void fill(String label, String value) {
        admin.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .fill(value);
    }

    private static void choose(String field, String option) {
        admin.page().getByRole(AriaRole.BUTTON, named(field)).click();
        admin.page().getByRole(AriaRole.OPTION).getByText(option).click();
    }

    private static Page.GetByRoleOptions named(String field) {
        return new Page.GetByRoleOptions().setName(field);
    }

    private static void ask() {
        fill("User name in the directory", DirectoryServer.PERSON);
        admin.button("Ask the directory").click();
    }

    @Test
    @Step(1)
    public void anAdministratorSetsItUpAndTriesIt() throws Exception {
        admin.open(PAGE);
        fill("Host", DirectoryServer.HOST);
        fill("Port", String.valueOf(directory.port()));
        fill("Where people are", DirectoryServer.PLACE);
        fill("Name of Sen CRM in the directory", DirectoryServer.READER);
        fill("Its password", DirectoryServer.READER_PASSWORD);
        fill("Certificate of your authority", directory.certificate());
        admin.save();
        ask();
        assertThat(admin.content()).containsText("This is an address inside the network");

        Api.Answer allowed = scene.product()
                .admin()
                .send(
                        "PUT",
                        "/settings/outbound",
                        Map.of(
                                "allowedHosts",
                                List.of(
                                        DirectoryServer.HOST + ":" + directory.port(),
                                        DirectoryServer.HOST + ":" + directory.openPort())));
        assertEquals(allowed.toString(), 200, allowed.status());
        ask();
        assertThat(admin.content())
                .containsText("Found: user name binh.tran, name Tran Binh, e-mail binh@sen.example, roles –");
        Chrome.picture(admin.page(), "single-sign-on-settings");
        assertEquals(List.of(), Chrome.seriousViolations(admin.page()));
    }

    @Test
    @Step(2)
    public void nobodyNewGetsInUntilTheSettingsAllowIt() throws Exception {
        assertEquals(401, signIn(DirectoryServer.PERSON_PASSWORD));
    }

    @Test
    @Step(3)
    public void atTheFirstSignInAUserIsMadeAndTheDirectoryKeepsItsPassword() throws Exception {
        admin.page()
                .getByRole(AriaRole.CHECKBOX, named("Make a user at the first sign-in"))
                .check();
        admin.save();

        assertEquals(201, signIn(DirectoryServer.PERSON_PASSWORD));
        assertEquals(401, signIn("a guess"));
        assertEquals(400, signIn(""));
        assertEquals(401, signIn("*", DirectoryServer.PERSON_PASSWORD));
        JsonNode user = scene.product()
                .admin()
                .get("/users?filter=userName==binh.tran")
                .json()
                .at("/items/0");
        assertEquals("Tran Binh", user.path("name").asText());
        assertEquals("binh@sen.example", user.path("email").asText());
        assertEquals(0, user.path("roles").size());
    }

    @Test
    @Step(4)
    public void inTheBrowserToo() {
        Person binh = new Person(scene.product(), scene.window(1280));
        binh.signedIn(Language.EN, DirectoryServer.PERSON, DirectoryServer.PERSON_PASSWORD);

        assertThat(binh.navigation()).isVisible();
    }

    @Test
    @Step(5)
    public void startTlsWorksAsWell() throws Exception {
        fill("Port", String.valueOf(directory.openPort()));
        choose("Security", "StartTLS");
        admin.save();

        assertEquals(201, signIn(DirectoryServer.PERSON_PASSWORD));
    }

    @Test
    @Step(6)
    public void whileTheDirectoryIsAwayThoseWithAPasswordHereGetIn() throws Exception {
        directory.stop();
        Api.Answer away = new Api(scene.product().port(), null)
                .post(
                        "/auth/tokens",
                        Map.of("user", DirectoryServer.PERSON, "password", DirectoryServer.PERSON_PASSWORD));
        assertEquals(away.toString(), 503, away.status());
        assertFalse(away.body(), away.body().contains("localhost"));
        assertEquals(201, signIn("admin", Fixtures.ADMIN_PASSWORD));

        directory.startAgain();
        assertEquals(201, signIn(DirectoryServer.PERSON_PASSWORD));
    }

    @Test
    @Step(7)
    public void withoutTheModuleOnlyPasswordsHereLetIn() throws Exception {
        Product.Said off = scene.product().run("module", "off", MODULE);
        assertEquals(off.text(), 0, off.code());

        assertEquals(401, signIn(DirectoryServer.PERSON_PASSWORD));
        assertEquals(201, signIn("admin", Fixtures.ADMIN_PASSWORD));

        assertEquals(0, scene.product().run("module", "on", MODULE).code());
        assertEquals(201, signIn(DirectoryServer.PERSON_PASSWORD));
    }

    @Test
    @Step(8)
    public void whoIsSwitchedOffHereStaysOut() throws Exception {
        Api api = scene.product().admin();
        JsonNode user = api.get("/users?filter=userName==binh.tran").json().at("/items/0");
        Api.Answer switched = api.patch(
                "/users/" + user.path("id").asText(), user.path("version").asLong(), Map.of("active", false));
        assertEquals(switched.toString(), 200, switched.status());

        assertEquals(401, signIn(DirectoryServer.PERSON_PASSWORD));
    }
}
