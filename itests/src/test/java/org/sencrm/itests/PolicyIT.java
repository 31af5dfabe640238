package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** A policy comes into force while people are at work. */
@OrderWith(Step.ByStep.class)
public class PolicyIT {

    private static final String NAME = "Customer data stays here";
    private static final String AGREE = "I have read this and agree";

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static Api api;
    private static Colleague colleague;
    private static Person person;
    private static String policy;

    @BeforeClass
    public static void open() throws Exception {
        api = scene.product().admin().inEnglish();
        colleague = Colleague.who(api, "lan", "contacts", Map.of("read", "all", "create", "own"));
        person = new Person(scene.product(), scene.window(1280))
                .signedIn(Language.EN, colleague.userName(), colleague.password())
                .open("contacts");
        policy = api.post("/policies", Map.of("name", NAME, "about", List.of("contacts")))
                .created();
    }

    private static String inForce(String text) throws Exception {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("policy", Map.of("type", "policies", "id", policy));
        values.put("textEn", text);
        values.put("state", "inForce");
        return api.post("/policyversions", values).created();
    }

    private static JsonNode acceptances() throws Exception {
        return api.get("/policyacceptances").json().path("items");
    }

    @Test
    @Step(1)
    public void whoIsAtWorkIsHeldUpWithoutDoingAnything() throws Exception {
        Api before = Api.signedIn(scene.product().port(), colleague.userName(), colleague.password());
        inForce("Nothing of it leaves the company.\n\nNot on paper either.");
        assertThat(person.heading(NAME)).isVisible();
        assertThat(person.content()).containsText("Nothing of it leaves the company.");
        assertThat(person.page().getByRole(AriaRole.NAVIGATION)).hasCount(0);
        person.settle();
        Chrome.picture(person.page(), "policy");
        assertEquals(List.of(), Chrome.seriousViolations(person.page()));
        person.page().setViewportSize(360, 740);
        assertTrue(person.overhang() <= 0);
        Chrome.picture(person.page(), "policy-phone");
        person.page().setViewportSize(1280, 860);

        assertEquals(
                "a program that came before goes on", 200, before.get("/me").status());
        Api after = Api.signedIn(scene.product().port(), colleague.userName(), colleague.password());
        Api.Answer refused = after.get("/contacts");
        assertEquals(refused.toString(), 403, refused.status());
        assertEquals("/problems/policy-required", refused.json().path("type").asText());
        assertEquals(NAME, after.get("/me/policies").json().at("/0/name").asText());
    }

    @Test
    @Step(2)
    public void noOtherPageIsShownPlainOnesNeither() {
        person.open("contacts/new");
        assertThat(person.heading(NAME)).isVisible();
        person.page().navigate(scene.product().page("light"));
        assertThat(person.heading(NAME)).isVisible();
        assertThat(person.button(AGREE)).isVisible();
        person.page().navigate(scene.product().page("light/contacts/1"));
        assertThat(person.heading(NAME)).isVisible();
    }

    @Test
    @Step(3)
    public void whoAcceptsGoesOnWhereTheyWanted() throws Exception {
        person.open("contacts");
        person.button(AGREE).click();
        assertThat(person.navigation()).isVisible();
        assertThat(person.heading("Contacts")).isVisible();
        JsonNode accepted = acceptances();
        assertEquals(1, accepted.size());
        assertEquals("ui", accepted.at("/0/way").asText());
        assertEquals("127.0.0.1", accepted.at("/0/address").asText());
        assertEquals(64, accepted.at("/0/digest").asText().length());
    }

    @Test
    @Step(4)
    public void whoWroteItAcceptsItTooAndSeesWhoDidNot() throws Exception {
        Person admin = new Person(scene.product(), scene.window(1280)).open("signin?lang=en");
        admin.signIn(Language.EN, Fixtures.ADMIN_PASSWORD);
        assertThat(admin.heading(NAME)).isVisible();
        admin.open("policies/" + policy);
        assertThat(admin.heading(NAME)).isVisible();
        admin.button(AGREE).click();
        assertThat(admin.navigation()).isVisible();
        assertThat(admin.heading("Not accepted yet")).isVisible();
        assertThat(admin.content()).containsText("Nobody is left to be asked");
        assertEquals(2, acceptances().size());
        admin.settle();
        Chrome.picture(admin.page(), "policy-record");
        admin.open("policyacceptances");
        assertThat(admin.content()).containsText(NAME);
        Chrome.picture(admin.page(), "policy-acceptances");
        admin.leave();
    }

    @Test
    @Step(5)
    public void aNewVersionAsksAgainAndThePlainPagesTakeAYes() throws Exception {
        person.open("contacts");
        inForce("Nothing of it leaves the company, pictures neither.");
        assertThat(person.content()).containsText("pictures neither");
        person.page().navigate(scene.product().page("light"));
        person.button(AGREE).click();
        assertThat(person.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(AGREE)))
                .hasCount(0);
        assertThat(person.content()).not().containsText("pictures neither");
        assertEquals(3, acceptances().size());
        person.open("contacts");
        assertThat(person.heading("Contacts")).isVisible();
        Api.Answer missing = api.post("/policies/" + policy + "/actions/missing", Map.of());
        assertEquals(missing.toString(), 1, missing.json().path("users").size());
        JsonNode chain = api.get("/audit/verification").json();
        assertTrue(chain.toString(), chain.path("whole").asBoolean());
    }
}
