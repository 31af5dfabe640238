package org.sencrm.tokenkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.yubico.webauthn.data.ByteArray;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.FactorKind.Attempt;
import org.sencrm.api.signin.FactorKind.Enrolment;
import org.sencrm.api.signin.FactorKind.Verdict;
import org.sencrm.testkit.TestCrm;

/** Security keys, with a key of software that also answers wrongly. */
class WebAuthnTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final String NONCE = nonce(1);

    private static TestCrm crm;
    private static Caller administrator;

    private WebAuthn kind;
    private SoftKey key;
    private String state;

    @BeforeAll
    static void open() {
        crm = TestCrm.of("crm-token-key", TokenKey.class);
        administrator = crm.administrator();
    }

    @AfterAll
    static void shut() throws InterruptedException {
        crm.close();
    }

    @BeforeEach
    void start() throws Exception {
        set(Settings.ADDRESS, "https://CRM.example.com/");
        set(WebAuthn.VERIFICATION, "preferred");
        kind = new WebAuthn(crm.settings());
        key = new SoftKey();
        state = registered(key, List.of());
    }

    @AfterEach
    void stop() {
        kind.close();
    }

    private void set(String name, String value) {
        crm.settings().set(administrator, name, value);
    }

    private static String nonce(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return new ByteArray(bytes).getBase64Url();
    }

    private String registered(SoftKey one, List<String> others) throws Exception {
        Enrolment begun = kind.enrol("lan.pham", "Hoa Sen", others);
        return register(begun, one.create(begun.told()), others).next();
    }

    private Verdict register(Enrolment begun, String answer, List<String> others) {
        return kind.judge(begun.state(), answer, new Attempt(null, others, NOW));
    }

    private Map<String, Object> options(String nonce) {
        return kind.options(nonce, List.of(state)).orElseThrow();
    }

    private Verdict prove(String answer) {
        return kind.judge(state, answer, new Attempt(NONCE, List.of(), NOW));
    }

    private Verdict signIn() throws Exception {
        return prove(key.get(options(NONCE)));
    }

    @Test
    void aKeyIsRegisteredAndSignsInOnce() throws Exception {
        key.count = 1;
        String answer = key.get(options(NONCE));
        Verdict verdict = prove(answer);

        assertNotNull(verdict.next());
        assertNotEquals(state, verdict.next());
        state = verdict.next();
        assertNull(prove(answer).next(), "the same answer once more");
    }

    @Test
    void whatABrowserIsToldIsWhatItNeeds() {
        Map<?, ?> get = (Map<?, ?>) options(NONCE).get("publicKey");
        assertEquals("crm.example.com", get.get("rpId"));
        assertEquals(NONCE, get.get("challenge"));
        assertEquals("preferred", get.get("userVerification"));
        assertEquals(1, ((List<?>) get.get("allowCredentials")).size());

        Map<?, ?> create = (Map<?, ?>)
                kind.enrol("lan.pham", "Hoa Sen", List.of(state)).told().get("publicKey");
        assertEquals("none", create.get("attestation"));
        assertEquals(Map.of("name", "Hoa Sen", "id", "crm.example.com"), create.get("rp"));
        assertEquals("lan.pham", ((Map<?, ?>) create.get("user")).get("name"));
        assertEquals(1, ((List<?>) create.get("excludeCredentials")).size());
    }

    @Test
    void anAnswerForAnotherSignInIsRefused() throws Exception {
        assertNull(prove(key.get(options(nonce(2)))).next());
        assertNull(
                kind.judge(state, key.get(options(NONCE)), new Attempt(null, List.of(), NOW))
                        .next(),
                "and so is one that nothing was asked for");
        assertEquals(Optional.empty(), kind.verify(state, key.get(options(NONCE)), NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://crm.example.com.evil.example",
                "https://evil.example",
                "http://crm.example.com",
                "https://crm.example.com:8443",
                "https://shop.crm.example.com"
            })
    void anotherOriginIsRefused(String origin) throws Exception {
        key.origin = origin;

        assertNull(signIn().next());
        SoftKey next = new SoftKey();
        next.origin = origin;
        assertNull(registered(next, List.of()));
    }

    @Test
    void anotherHostIsRefused() throws Exception {
        key.host = "evil.example";
        assertNull(signIn().next());

        SoftKey next = new SoftKey();
        next.host = "example.com";
        assertNull(registered(next, List.of()));
    }

    @Test
    void anAnswerOfTheOtherTypeIsRefused() throws Exception {
        key.type = "webauthn.create";
        assertNull(signIn().next());

        SoftKey next = new SoftKey();
        next.type = "webauthn.get";
        assertNull(registered(next, List.of()));
    }

    @Test
    void whoDoesNotTouchTheKeyIsRefused() throws Exception {
        key.flags = 0;
        assertNull(signIn().next());

        SoftKey next = new SoftKey();
        next.flags = 0;
        assertNull(registered(next, List.of()));
    }

    @Test
    void aPinIsAskedForWhereItIsRequired() throws Exception {
        set(WebAuthn.VERIFICATION, "required");
        assertNull(signIn().next());
        assertNull(registered(new SoftKey(), List.of()));

        key.flags = SoftKey.PRESENT | SoftKey.VERIFIED;
        assertNotNull(signIn().next());
    }

    @Test
    void aCountThatDoesNotGoOnIsToldAsACopy() throws Exception {
        key.count = 7;
        state = signIn().next();
        key.count = 6;
        assertTrue(signIn().copied());
        assertNull(signIn().next());
        key.count = 7;
        assertTrue(signIn().copied(), "nor may it stand still");

        key.count = 8;
        assertNotNull(signIn().next(), "the real one goes on");
    }

    @Test
    void aWrongSignatureWithALowCountIsNoCopy() throws Exception {
        key.count = 7;
        state = signIn().next();
        SoftKey foreign = new SoftKey();
        foreign.count = 6;

        assertFalse(prove(foreign.get(options(NONCE))).copied());
    }

    @Test
    void aKeyThatDoesNotCountIsGoodTimeAndAgain() throws Exception {
        state = signIn().next();

        assertNotNull(signIn().next());
    }

    @Test
    void theKeyOfSomebodyElseIsRefused() throws Exception {
        SoftKey foreign = new SoftKey();
        registered(foreign, List.of());

        assertNull(prove(foreign.get(options(NONCE))).next());
    }

    @Test
    void anAnswerForAnotherPersonIsRefused() throws Exception {
        key.handle = nonce(9);

        assertNull(signIn().next());
    }

    @Test
    void aSpoiledSignatureIsRefused() throws Exception {
        String answer = key.get(options(NONCE));
        int place = answer.indexOf("\"signature\":\"") + 40;
        char other = answer.charAt(place) == 'A' ? 'B' : 'A';

        assertNull(prove(answer.substring(0, place) + other + answer.substring(place + 1))
                .next());
    }

    @Test
    void theSameKeyIsNotRegisteredTwice() throws Exception {
        assertNull(registered(key, List.of(state)));

        assertNotNull(registered(new SoftKey(), List.of(state)), "a second one is");
    }

    @Test
    void allKeysOfAPersonKnowThemByTheSameHandle() throws Exception {
        SecurityKey second =
                SecurityKey.read(registered(new SoftKey(), List.of(state))).orElseThrow();

        assertEquals(SecurityKey.read(state).orElseThrow().handle(), second.handle());
    }

    @Test
    void aRegistrationForAnotherChallengeIsRefused() throws Exception {
        SoftKey next = new SoftKey();
        String earlier = next.create(kind.enrol("lan.pham", "Hoa Sen").told());

        assertNull(
                register(kind.enrol("lan.pham", "Hoa Sen"), earlier, List.of()).next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "123456", "{}", "[]", "{\"id\":\"AA\",\"type\":\"public-key\",\"response\":{}}", "null"})
    void nonsenseIsWrongAndBreaksNothing(String answer) throws Exception {
        assertEquals(Verdict.wrong(), prove(answer));
        assertEquals(Verdict.wrong(), register(kind.enrol("lan.pham", "Hoa Sen"), answer, List.of()));
        assertNotNull(signIn().next());
    }

    @Test
    void proofsOfAMakerThatNobodyAskedForAreWrongAndBreakNothing() throws Exception {
        SoftKey next = new SoftKey();
        Enrolment begun = kind.enrol("lan.pham", "Hoa Sen");
        next.format = "android-safetynet";

        assertEquals(Verdict.wrong(), register(begun, next.create(begun.told()), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "crm.example.com",
                "http://crm.example.com",
                "https://192.0.2.7",
                "https://[2001:db8::1]/",
                "ftp://x"
            })
    void withoutAnAddressForKeysNobodyGetsInWithOne(String address) throws Exception {
        String answer = key.get(options(NONCE));
        set(Settings.ADDRESS, address);

        assertFalse(kind.isAvailable());
        assertEquals(Optional.empty(), kind.options(NONCE, List.of(state)));
        assertNull(prove(answer).next());
    }

    @Test
    void aKeyIsBoundToTheAddressAtWhichItWasRegistered() throws Exception {
        String answer = key.get(options(NONCE));
        set(Settings.ADDRESS, "https://crm.example.org");

        assertEquals(Optional.empty(), kind.options(NONCE, List.of(state)));
        assertNull(prove(answer).next());
        key.origin = "https://crm.example.org";
        key.host = "crm.example.org";
        assertNull(
                prove(key.get(Map.of("publicKey", Map.of("challenge", NONCE)))).next());
    }

    @Test
    void aMachineOfOnesOwnNeedsNoEncryption() {
        assertEquals(Optional.of(new Site("http://localhost:8181", "localhost")), Site.of("http://LOCALHOST:8181/ui"));
        assertEquals(
                Optional.of(new Site("https://crm.example.com", "crm.example.com")),
                Site.of("https://crm.example.com:443"));
    }
}
