package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** A security key from the first touch to the day on which it is taken away, with the virtual one of Chromium. */
@OrderWith(Step.ByStep.class)
public class SecurityKeyIT {

    private static final String OWN_KEYS = "settings/token-key";

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static Api api;
    private static Colleague colleague;
    private static Person person;
    private static CDPSession device;
    private static String authenticator;

    @BeforeClass
    public static void open() throws Exception {
        api = scene.product().admin().inEnglish();
        colleague = Colleague.who(api, "khanh.vo", "accounts", Map.of("read", "all"));
        person = new Person(scene.product(), scene.window(1280));
        device = person.page().context().newCDPSession(person.page());
        device.send("WebAuthn.enable");
        authenticator = plugIn();
    }

    /** A key that is touched at once and asks for no PIN. */
    private static String plugIn() {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "usb");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wish = new JsonObject();
        wish.add("options", options);
        return device.send("WebAuthn.addVirtualAuthenticator", wish)
                .get("authenticatorId")
                .getAsString();
    }

    private static void unplug(String which) {
        JsonObject wish = new JsonObject();
        wish.addProperty("authenticatorId", which);
        device.send("WebAuthn.removeVirtualAuthenticator", wish);
    }

    /** Browsers know keys at a name, not at a number. */
    private static String at(String path) {
        return "http://localhost:" + scene.product().port() + "/ui/" + path;
    }

    private static void openAt(String path) {
        person.page().navigate(at(path));
        person.settle();
    }

    private static void password() {
        openAt("signin?lang=en");
        person.page().getByLabel("User name").fill(colleague.userName());
        person.page()
                .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(colleague.password());
        person.button("Sign in").click();
    }

    private static void signOut() {
        person.page().context().clearCookies();
    }

    private static JsonNode asked() throws Exception {
        Api.Answer answer = new Api(scene.product().port(), null)
                .post("/auth/tokens", Map.of("user", colleague.userName(), "password", colleague.password()));
        assertEquals(answer.toString(), 401, answer.status());
        return answer.json();
    }

    private static JsonNode listed() throws Exception {
        return api.get("/tokenkeys?q=Blue").json().path("items").path(0);
    }

    @Test
    @Step(1)
    public void withoutAnAddressNobodySetsOneUp() {
        password();
        assertThat(person.navigation()).isVisible();
        openAt(OWN_KEYS);

        assertThat(person.button("Set up a security key")).isDisabled();
        assertThat(person.content()).containsText("once an administrator has said at which address");
    }

    @Test
    @Step(2)
    public void anAdministratorSaysWhereTheProductIs() {
        Person admin = scene.admin();
        admin.open("settings/mail");
        admin.field("Address of Sen CRM")
                .fill("http://localhost:" + scene.product().port());
        admin.save();
    }

    @Test
    @Step(3)
    public void aKeyIsRegisteredUnderANameAndGivesRecoveryCodes() throws Exception {
        openAt(OWN_KEYS);
        person.button("Set up a security key").click();
        person.dialog().getByLabel("Label").fill("Blue key");
        person.answer("Next");
        Chrome.picture(person.page(), "security-key-register");
        assertEquals(List.of(), Chrome.seriousViolations(person.page()));
        person.answer("Register the key");

        assertThat(person.dialog()).containsText("These recovery codes are shown this once");
        person.answer("Done");
        person.awaitNoDialog();
        assertThat(person.content()).containsText("Blue key");
        Await.until(
                "the key stands in the list",
                Duration.ofSeconds(20),
                () -> listed().path("state").asText().equals("active") ? true : null);
        assertEquals("webauthn", listed().path("kind").asText());
    }

    @Test
    @Step(4)
    public void theSameKeyIsNotRegisteredAgain() {
        person.button("Set up a security key").click();
        person.answer("Next");
        person.answer("Register the key");

        assertThat(person.dialog().getByRole(AriaRole.ALERT)).containsText("registered already");
        person.answer("Cancel");
        person.awaitNoDialog();
    }

    @Test
    @Step(5)
    public void afterThePasswordTheKeyIsAskedForAndLetsIn() throws Exception {
        signOut();
        password();
        assertThat(person.button("Use a security key")).isVisible();
        assertThat(person.button("Use this instead: Recovery code")).isVisible();
        Chrome.picture(person.page(), "security-key-sign-in");
        assertEquals(List.of(), Chrome.seriousViolations(person.page()));
        person.button("Use a security key").click();

        assertThat(person.navigation()).isVisible();
        Await.until(
                "the use is seen in the list",
                Duration.ofSeconds(20),
                () -> listed().path("lastUsedAt").isTextual() ? true : null);
    }

    @Test
    @Step(6)
    public void programsAreToldWhatTheyNeedAndTheOptionsOfOneSignInAreNoOthers() throws Exception {
        JsonNode first = asked();
        assertEquals("webauthn", first.path("factors").path(0).asText());
        JsonNode key = first.at("/options/webauthn/publicKey");
        assertEquals("localhost", key.path("rpId").asText());
        assertEquals(1, key.path("allowCredentials").size());
        assertTrue(!key.path("challenge")
                .asText()
                .equals(asked().at("/options/webauthn/publicKey/challenge").asText()));
    }

    @Test
    @Step(7)
    public void anotherKeyDoesNotLetIn() {
        unplug(authenticator);
        authenticator = plugIn();
        signOut();
        password();
        person.button("Use a security key").click();

        assertThat(person.page().getByRole(AriaRole.ALERT)).containsText("Nothing came from a security key");
    }

    @Test
    @Step(8)
    public void aRevokedKeyIsAskedForNoMore() throws Exception {
        assertNotNull(asked().path("challenge").textValue());
        Api.Answer revoked = api.post("/tokenkeys/" + listed().path("id").asText() + "/actions/revoke", Map.of());
        assertTrue(revoked.toString(), revoked.status() < 300);

        assertEquals("revoked", listed().path("state").asText());
        new Api(scene.product().port(), null)
                .post("/auth/tokens", Map.of("user", colleague.userName(), "password", colleague.password()))
                .created();
    }
}
