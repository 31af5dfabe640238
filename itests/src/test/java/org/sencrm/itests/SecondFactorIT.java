package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.runner.OrderWith;

/**
 * A second factor that a role requires (S0-55, S0-57), with its module, without it, and the way in from the machine itself;
 * then the keys that the company pays for (S0-56). All of it as programs meet it.
 */
@OrderWith(Step.ByStep.class)
public class SecondFactorIT {

    private static final String MODULE = "crm-token-key";
    private static final String ACCOUNTS = "/accounts?limit=1";
    /** The core remembers for five seconds whom it asks. */
    private static final Duration TAKEN_IN = Duration.ofSeconds(20);

    private static final BigDecimal COST_OF_THREE = new BigDecimal("84.00");

    private static Product product;
    private static Api admin;
    private static Colleague manager;
    private static Colleague clerk;
    /** Made with the manager's password alone. */
    private static Api weak;

    private static Api strong;
    private static String secret;
    /** The code with which the app was set up. */
    private static String spent;

    @BeforeClass
    public static void open() throws Exception {
        product = Product.start();
        admin = product.admin().inEnglish();
        manager = Colleague.who(admin, "bich.tran", "accounts", Map.of("read", "all"));
        clerk = Colleague.who(admin, "duc.le", "accounts", Map.of("read", "all"));
        weak = Api.signedIn(product.port(), manager.userName(), manager.password());
        Await.until("token keys are there", Duration.ofSeconds(60), () -> isRunning() ? true : null);
    }

    @AfterClass
    public static void close() throws Exception {
        if (product != null) {
            product.close();
        }
    }

    private static boolean isRunning() throws Exception {
        for (JsonNode module : admin.get("/modules").json()) {
            if (MODULE.equals(module.path("id").asText())) {
                return "running".equals(module.path("state").asText());
            }
        }
        return false;
    }

    private static void operate(String action) throws Exception {
        Product.Said said = product.run("module", action, MODULE);
        assertEquals(said.text(), 0, said.code());
    }

    private static Api.Answer withPassword(Colleague who) throws Exception {
        return new Api(product.port(), null)
                .inEnglish()
                .post("/auth/tokens", Map.of("user", who.userName(), "password", who.password()));
    }

    private static Api.Answer withCode(JsonNode asked, String code) throws Exception {
        return new Api(product.port(), null)
                .post(
                        "/auth/tokens",
                        Map.of(
                                "challenge",
                                asked.path("challenge").asText(),
                                "factor",
                                Map.of("kind", "totp", "code", code)));
    }

    private static JsonNode asked(Colleague who) throws Exception {
        Api.Answer answer = withPassword(who);
        assertEquals(answer.toString(), 401, answer.status());
        assertFalse(
                answer.toString(), answer.json().path("challenge").asText("").isEmpty());
        return answer.json();
    }

    /** The secret of an app that the person sets up. */
    private static String setUp(Api person) throws Exception {
        JsonNode begun = person.post("/me/factors", Map.of("kind", "totp", "label", "phone"))
                .json();
        String shared = begun.path("secret").asText();
        spent = OneTimeCode.now(shared);
        Api.Answer confirmed =
                person.post("/me/factors/" + begun.path("id").asText() + "/confirm", Map.of("code", spent));
        assertEquals(confirmed.toString(), 200, confirmed.status());
        return shared;
    }

    private static void require(String from) throws Exception {
        JsonNode role =
                admin.get("/roles?q=" + manager.userName()).json().path("items").path(0);
        Map<String, Object> patch = new HashMap<>();
        patch.put("secondFactorFrom", from);
        Api.Answer changed = admin.patch(
                "/roles/" + role.path("id").asText(), role.path("version").asLong(), patch);
        assertEquals(changed.toString(), 200, changed.status());
    }

    private static void awaitStatus(int status, Api caller) throws Exception {
        Await.until(
                "the answer is " + status, TAKEN_IN, () -> caller.get(ACCOUNTS).status() == status ? true : null);
    }

    @Test
    @Step(1)
    public void inTheFirstDaysThePasswordIsEnough() throws Exception {
        require(LocalDate.now().minusDays(2).toString());

        withPassword(manager).created();
        assertEquals(200, weak.get(ACCOUNTS).status());
    }

    @Test
    @Step(2)
    public void whoHasAFactorThatIsRequiredGetsInWithItOnly() throws Exception {
        secret = setUp(weak);
        awaitStatus(401, weak);
        JsonNode asked = asked(manager);
        Api.Answer wrong = withCode(asked, spent);
        assertEquals(wrong.toString(), 401, wrong.status());

        Api.Answer signedIn = withCode(asked, OneTimeCode.next(secret));
        signedIn.created();
        strong = new Api(product.port(), signedIn.json().path("token").asText());
        assertEquals(200, strong.get(ACCOUNTS).status());
    }

    @Test
    @Step(3)
    public void ofOthersNothingIsAsked() throws Exception {
        withPassword(clerk).created();
    }

    @Test
    @Step(4)
    public void withoutTheModuleNobodyWhoNeedsAFactorGetsIn() throws Exception {
        operate("off");
        Api.Answer closed = withPassword(manager);

        assertEquals(closed.toString(), 401, closed.status());
        assertTrue(closed.toString(), closed.json().path("challenge").asText("").isEmpty());
        assertEquals(401, weak.get(ACCOUNTS).status());
        assertEquals(200, strong.get(ACCOUNTS).status());
        withPassword(clerk).created();
    }

    @Test
    @Step(5)
    public void theMachineItselfLetsOnePersonInOnce() throws Exception {
        Product.Said said = product.run("recover-user", manager.userName());
        assertEquals(said.text(), 0, said.code());
        withPassword(clerk).created();

        withPassword(manager).created();
        assertEquals(401, withPassword(manager).status());
    }

    @Test
    @Step(6)
    public void withTheModuleTheFactorIsAskedForAgain() throws Exception {
        operate("on");
        Await.until(
                "the factor is asked for",
                TAKEN_IN,
                () -> withPassword(manager).json().path("challenge").asText("").isEmpty() ? null : true);
    }

    @Test
    @Step(7)
    public void whereNothingIsRequiredTokensOfThePasswordGoOn() throws Exception {
        require(null);
        awaitStatus(200, weak);
    }

    @Test
    @Step(8)
    public void threeKeysAreCountedWithWhatTheyCostAndOneThatIsRevokedLetsNobodyIn() throws Exception {
        String holder = admin.get("/users?q=" + clerk.userName())
                .json()
                .at("/items/0/id")
                .asText();
        List<String> keys = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            Map<String, Object> key =
                    new HashMap<>(Map.of("name", "Lotus " + number, "kind", "totp", "serial", "SEN-" + number));
            if (number == 1) {
                key.put("holder", holder);
            }
            keys.add(admin.post("/tokenkeys", key).created());
        }
        JsonNode total = admin.get("/tokenkeys/summary?group=state&measure=count,sum:cost&filter=name==Lotus*")
                .json()
                .path("total");
        assertEquals(
                0,
                COST_OF_THREE.compareTo(
                        new BigDecimal(total.at("/sum:cost/amount").asText())));
        assertEquals("USD", total.at("/sum:cost/currency").asText());

        String shared = setUp(Api.signedIn(product.port(), clerk.userName(), clerk.password()));
        Await.until("the key is in use", TAKEN_IN, () -> "active".equals(state(keys.get(0))) ? true : null);
        JsonNode asked = asked(clerk);
        Api.Answer revoked = admin.post("/tokenkeys/" + keys.get(0) + "/actions/revoke", Map.of());
        assertEquals(revoked.toString(), 200, revoked.status());
        Api.Answer refused = withCode(asked, OneTimeCode.next(shared));
        assertEquals(refused.toString(), 401, refused.status());
        assertEquals("revoked", state(keys.get(0)));
    }

    private static String state(String key) throws Exception {
        return admin.get("/tokenkeys/" + key).json().path("state").asText();
    }
}
