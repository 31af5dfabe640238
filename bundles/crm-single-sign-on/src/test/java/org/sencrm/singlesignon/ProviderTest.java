package org.sencrm.singlesignon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.api.signin.OutsideProvider.Arrival;
import org.sencrm.api.signin.OutsideProvider.Departure;

/** What is asked of a provider, and what becomes of its answers. */
class ProviderTest {

    private static final String ISSUER = "https://login.sen.example/sen/";
    private static final String BACK = "https://crm.sen.example/ui/outside/oidc";
    private static final String NONCE = "nonce-1";

    private static RSAKey key;

    private final GivenSettings settings = new GivenSettings()
            .with(ProviderSettings.ISSUER, ISSUER)
            .with(ProviderSettings.CLIENT, "sen crm")
            .with(ProviderSettings.SECRET, "se:cret");
    private final Map<String, Object> description = new HashMap<>();
    private final Map<String, Object> claims = new HashMap<>();
    private final Answers outbound = new Answers();
    private Provider provider;

    @BeforeAll
    static void makeKey() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("first").generate();
    }

    @BeforeEach
    void start() {
        description.put("issuer", ISSUER);
        description.put("authorization_endpoint", "https://login.sen.example/authorize?tenant=sen");
        description.put("token_endpoint", "https://login.sen.example/token");
        description.put("jwks_uri", "https://login.sen.example/keys");
        claims.put("auth_time", Instant.now().getEpochSecond());
        claims.put("preferred_username", "binh.tran");
        claims.put("name", "Trần Bình");
        claims.put("email", "binh@sen.example");
        claims.put("email_verified", true);
        provider = new Provider(settings, settings, outbound, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private String departure() {
        return provider.departure(new Departure(BACK, "state-1", NONCE, "challenge-1"));
    }

    private Optional<OutsideIdentity> arrival(String issuer) {
        return provider.arrival(new Arrival(BACK, "code-1", issuer, NONCE, "verifier-1"));
    }

    private OutsideIdentity who() {
        return arrival(null).orElseThrow();
    }

    @Test
    void aBrowserLeavesWithAllThatTheProviderHasToKnow() {
        assertEquals(
                "https://login.sen.example/authorize?tenant=sen&response_type=code&client_id=sen+crm"
                        + "&redirect_uri=https%3A%2F%2Fcrm.sen.example%2Fui%2Foutside%2Foidc&scope=openid+profile+email"
                        + "&state=state-1&nonce=nonce-1&code_challenge=challenge-1&code_challenge_method=S256&max_age=300",
                departure());
        assertEquals("https://login.sen.example/sen/.well-known/openid-configuration", outbound.asked.get(0));
    }

    @Test
    void whatTheProviderSaysOfItselfIsRememberedForAWhile() {
        departure();
        departure();
        who();
        who();

        assertEquals(
                List.of(
                        "https://login.sen.example/sen/.well-known/openid-configuration",
                        "https://login.sen.example/token",
                        "https://login.sen.example/keys",
                        "https://login.sen.example/token"),
                outbound.asked);
    }

    @Test
    void theProductProvesWhoItIsInTheWayThatTheProviderKnows() {
        who();
        // both parts are encoded first, so that a colon in one of them is none between them
        assertEquals("Basic c2VuK2NybTpzZSUzQWNyZXQ=", outbound.sent.headers().get("Authorization"));
        assertEquals(
                "grant_type=authorization_code&code=code-1"
                        + "&redirect_uri=https%3A%2F%2Fcrm.sen.example%2Fui%2Foutside%2Foidc&code_verifier=verifier-1",
                body());
    }

    @Test
    void orInTheForm() {
        description.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        who();
        assertNull(outbound.sent.headers().get("Authorization"));
        assertTrue(body().endsWith("&client_id=sen+crm&client_secret=se%3Acret"));
    }

    @Test
    void orByNameAloneWhereThereIsNoSecret() {
        settings.with(ProviderSettings.SECRET, null);
        who();
        assertNull(outbound.sent.headers().get("Authorization"));
        assertTrue(body().endsWith("&client_id=sen+crm"));
    }

    private String body() {
        return new String(outbound.sent.body(), StandardCharsets.UTF_8);
    }

    @Test
    void whoComesBackIsIssuerAndSubject() {
        OutsideIdentity who = who();
        assertEquals(ISSUER, who.authority());
        assertEquals("subject-1", who.subject());
        assertEquals("binh.tran", who.userName());
        assertEquals("Trần Bình", who.name());
        assertEquals("binh@sen.example", who.email());
        assertTrue(who.emailVerified());
        assertNull(who.roles());
    }

    @Test
    void anAddressThatTheProviderDoesNotVouchForIsNone() {
        for (Object vouched : new Object[] {false, "true", 1, "yes"}) {
            claims.put("email_verified", vouched);
            assertNull(who().email(), vouched.toString());
            assertFalse(who().emailVerified());
        }
        claims.remove("email_verified");
        assertNull(who().email());
    }

    @Test
    void aUserNameIsNeverAnAddressThatNobodyVouchesFor() {
        claims.remove("preferred_username");
        assertEquals("binh@sen.example", who().userName());
        claims.remove("email_verified");
        assertEquals("subject-1", who().userName());
        claims.put("preferred_username", "x".repeat(101));
        assertEquals("subject-1", who().userName());
    }

    @Test
    void groupsAreRolesWhereTheSettingsSaySo() {
        settings.with(ProviderSettings.ROLES, "sales => Sellers\nsales => Everybody\nSales => Others");
        claims.put("groups", List.of());
        assertEquals(Set.of(), who().roles(), "decided, and none");
        claims.put("groups", List.of("sales", "unknown", 5));
        assertEquals(Set.of("Sellers", "Everybody"), who().roles());
        claims.put("groups", "Sales");
        assertEquals(Set.of("Others"), who().roles());
        settings.with(ProviderSettings.GROUPS_CLAIM, "elsewhere");
        claims.put("elsewhere", List.of());
        assertEquals(Set.of(), who().roles());
    }

    @Test
    void aTokenThatLeavesTheGroupsOutTakesNoRoleFromAnybody() {
        assertNull(who().roles(), "roles are decided here");
        settings.with(ProviderSettings.ROLES, "sales => Sellers");
        assertTrue(arrival(null).isEmpty());
        for (Object strange : new Object[] {true, 5, Map.of("sales", true)}) {
            claims.put("groups", strange);
            assertTrue(arrival(null).isEmpty(), strange.toString());
        }
        claims.put("groups", List.of("sales"));
        claims.put("_claim_names", Map.of("others", "src1"));
        assertEquals(Set.of("Sellers"), who().roles());
        claims.put("_claim_names", Map.of("groups", "src1"));
        assertTrue(arrival(null).isEmpty());
        claims.remove("groups");
        assertTrue(arrival(null).isEmpty());
    }

    @Test
    void anAnswerOfAnotherProviderIsRefusedBeforeItsCodeIsShownToAnybody() {
        assertTrue(arrival("https://evil.example").isEmpty());
        description.put("authorization_response_iss_parameter_supported", true);
        provider.close();
        provider = new Provider(settings, settings, outbound, Clock.systemUTC());
        assertTrue(arrival(null).isEmpty());
        assertFalse(outbound.asked.contains("https://login.sen.example/token"));
        assertTrue(arrival(ISSUER).isPresent());
    }

    @Test
    void aCodeThatIsNotTakenProvesNothing() {
        outbound.status = 400;
        for (String answer : List.of(
                "{\"error\":\"invalid_grant\"}", "{\"error\":\"invalid_request\"}", "{\"error\":7}", "{}", "<html>")) {
            outbound.token = answer;
            assertTrue(arrival(null).isEmpty(), answer);
        }
    }

    @Test
    void whereTheProviderRefusesTheProductItCannotBeAsked() {
        outbound.token = "{\"error\":\"invalid_client\"}";
        outbound.status = 401;
        assertThrows(Unavailable.class, () -> arrival(null));
        outbound.status = 400;
        assertThrows(Unavailable.class, () -> arrival(null));
        outbound.token = "{\"error\":\"invalid_grant\"}";
        outbound.status = 503;
        assertThrows(Unavailable.class, () -> arrival(null));
        outbound.status = 401;
        outbound.token = "<html>";
        assertThrows(Unavailable.class, () -> arrival(null));
        outbound.token = "{}";
        outbound.status = 200;
        assertThrows(Unavailable.class, () -> arrival(null));
    }

    @Test
    void whoWasThereLongAgoIsAskedAnewUnlessTheSettingsSayOtherwise() {
        claims.put("auth_time", Instant.now().minusSeconds(600).getEpochSecond());
        assertTrue(arrival(null).isEmpty());
        settings.with(ProviderSettings.FRESH, "false");
        assertTrue(arrival(null).isPresent());
        assertFalse(departure().contains("max_age"));
    }

    @Test
    void aTokenForAnotherSignInIsRefused() {
        claims.put("nonce", "another");
        assertTrue(arrival(null).isEmpty());
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsAnotherOne() {
        description.put("issuer", "https://login.sen.example/sen");
        assertEquals("single-sign-on.oidc.problem.issuer", problem());
        assertThrows(Unavailable.class, this::departure);
    }

    @Test
    void aDescriptionLeadsNowhereThatIsNotSafe() {
        for (String place : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
            Object before = description.get(place);
            for (String address : new String[] {
                "http://login.sen.example/x", "javascript:alert(1)", "https://a@login.sen.example", "//x", "", null
            }) {
                description.put(place, address);
                assertEquals("single-sign-on.oidc.problem.description", problem(), place + " " + address);
            }
            description.put(place, before);
        }
    }

    private String problem() {
        return assertThrows(OutsideProblem.class, () -> provider.look()).textKey();
    }

    @Test
    void aProviderThatIsAwayIsTold() {
        outbound.away = true;
        assertThrows(Unavailable.class, this::departure);
        assertThrows(Unavailable.class, () -> arrival(null));
        assertEquals("outbound.noConnection", problem());
    }

    @Test
    void aProviderThatFailsIsNotAskedAtEachClick() {
        GivenClock clock = new GivenClock();
        provider.close();
        provider = new Provider(settings, settings, outbound, clock);
        outbound.away = true;
        for (int clicks = 0; clicks < 5; clicks++) {
            assertThrows(Unavailable.class, this::departure);
        }
        assertEquals(1, outbound.asked.size());

        outbound.away = false;
        clock.now = clock.now.plusSeconds(9);
        assertThrows(Unavailable.class, this::departure);
        clock.now = clock.now.plusSeconds(1);
        departure();
        assertEquals(2, outbound.asked.size());
    }

    @Test
    void whoeverLeavesWhileItIsAskedWaitsForTheSameAnswerAndOthersStillComeBack() throws Exception {
        outbound.slow = new CountDownLatch(1);
        ExecutorService people = Executors.newCachedThreadPool();
        try {
            List<Future<String>> leaving = new ArrayList<>();
            for (int each = 0; each < 20; each++) {
                leaving.add(people.submit(this::departure));
            }
            int turnedAway = 0;
            while (turnedAway < 12) {
                turnedAway = (int) leaving.stream().filter(Future::isDone).count();
                Thread.sleep(10);
            }
            Future<Boolean> coming = people.submit(() -> arrival(null).isPresent());
            Thread.sleep(100);
            assertFalse(coming.isDone(), "it has a thread, and waits as well");
            outbound.slow.countDown();
            assertTrue(coming.get(5, TimeUnit.SECONDS));
            int left = 0;
            for (Future<String> each : leaving) {
                try {
                    each.get(5, TimeUnit.SECONDS);
                    left++;
                } catch (ExecutionException e) {
                    assertTrue(e.getCause() instanceof Unavailable);
                }
            }
            assertEquals(8, left);
            assertEquals(
                    1,
                    outbound.asked.stream()
                            .filter(address -> address.endsWith("configuration"))
                            .count());
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void untilItIsSetUpNobodyIsOfferedIt() throws Exception {
        assertEquals(Optional.of("login.sen.example"), provider.label());
        settings.with(ProviderSettings.LABEL, "Sen account");
        assertEquals(Optional.of("Sen account"), provider.label());
        for (String issuer :
                new String[] {"http://login.sen.example", "login.sen.example", "https://x.example/?a=b", ""}) {
            settings.with(ProviderSettings.ISSUER, issuer);
            assertEquals(Optional.empty(), provider.label(), issuer);
            assertEquals(Optional.empty(), provider.look());
        }
        settings.with(ProviderSettings.ISSUER, "http://localhost:8080");
        assertTrue(provider.label().isPresent(), "this machine, on which others read nothing");
    }

    @Test
    void theTrialReadsAnew() throws Exception {
        assertEquals(Optional.of(1), provider.look());
        assertEquals(Optional.of(1), provider.look());
        assertEquals(4, outbound.asked.size());
    }

    private static final class GivenClock extends Clock {

        private volatile Instant now = Instant.now();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** The provider as the door to other machines shows it. */
    private final class Answers implements Outbound {

        private final List<String> asked = new CopyOnWriteArrayList<>();
        private volatile CountDownLatch slow = new CountDownLatch(0);
        private Request sent;
        private boolean away;
        private int status = 200;
        private String token;

        @Override
        public Answer send(Request request) throws OutboundFailure {
            asked.add(request.address());
            await();
            if (away) {
                throw new OutboundFailure(OutboundFailure.Reason.NO_CONNECTION, "nobody answers");
            }
            String path = request.address().substring(request.address().lastIndexOf('/'));
            return switch (path) {
                case "/openid-configuration" -> answer(200, JSONObjectUtils.toJSONString(description));
                case "/keys" -> answer(200, new JWKSet(key).toPublicJWKSet().toString());
                case "/token" -> token(request);
                default -> answer(404, "");
            };
        }

        private void await() throws OutboundFailure {
            try {
                slow.await();
            } catch (InterruptedException e) {
                throw new OutboundFailure(OutboundFailure.Reason.NO_CONNECTION, "given up");
            }
        }

        private Answer token(Request request) {
            sent = request;
            return answer(status, token == null ? "{\"id_token\":\"" + signed() + "\"}" : token);
        }

        private String signed() {
            Map<String, Object> all = new HashMap<>(Map.of("nonce", NONCE));
            all.putAll(claims);
            JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                    .issuer(ISSUER)
                    .subject("subject-1")
                    .audience("sen crm")
                    .issueTime(new Date())
                    .expirationTime(Date.from(Instant.now().plusSeconds(60)));
            all.forEach(builder::claim);
            try {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(), builder.build());
                token.sign(new RSASSASigner(key));
                return token.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        private Answer answer(int code, String text) {
            return new Answer(code, Map.of(), text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void check(String address) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket connect(String host, int port, Duration longest) {
            throw new UnsupportedOperationException();
        }
    }
}
