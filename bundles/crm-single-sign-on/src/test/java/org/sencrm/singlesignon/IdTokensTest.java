package org.sencrm.singlesignon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens of a provider, and such as others make. */
class IdTokensTest {

    private static final String ISSUER = "https://login.sen.example";
    private static final String CLIENT = "sen-crm";
    private static final String NONCE = "nonce-of-this-sign-in";
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    private static RSAKey key;
    private static RSAKey strange;
    private static ECKey elliptic;

    private final IdTokens tokens = new IdTokens(Clock.fixed(NOW, ZoneOffset.UTC));
    private Duration newest;
    private final List<Boolean> asked = new ArrayList<>();
    private JWKSet keys = new JWKSet(List.<JWK>of(key, elliptic)).toPublicJWKSet();
    private JWKSet newer = keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("first").keyUse(KeyUse.SIGNATURE).generate();
        strange = new RSAKeyGenerator(2048).keyID("second").generate();
        elliptic = new ECKeyGenerator(Curve.P_256).keyID("elliptic").generate();
    }

    private static JWTClaimsSet.Builder right() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("subject-1")
                .audience(CLIENT)
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(300)))
                .claim("nonce", NONCE);
    }

    private static String signed(JWSAlgorithm algorithm, String kid, JWSSigner signer, JWTClaimsSet claims)
            throws Exception {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String with(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return signed(
                JWSAlgorithm.RS256,
                "first",
                new RSASSASigner(key),
                change.apply(right()).build());
    }

    private String check(String token) throws Exception {
        return tokens.check(token, new IdTokens.Expected(ISSUER, CLIENT, NONCE, newest), more -> {
                    asked.add(more);
                    return more ? newer : keys;
                })
                .getSubject();
    }

    private void refused(String why, String token) {
        assertEquals(
                why, assertThrows(IdTokens.Refused.class, () -> check(token)).getMessage());
    }

    @Test
    void theThreeWaysToSignCount() throws Exception {
        assertEquals("subject-1", check(with(token -> token)));
        assertEquals("subject-1", check(signed(JWSAlgorithm.PS256, "first", new RSASSASigner(key), right().build())));
        assertEquals(
                "subject-1", check(signed(JWSAlgorithm.ES256, "elliptic", new ECDSASigner(elliptic), right().build())));
    }

    @Test
    void whatNobodySignedProvesNothing() {
        refused("it cannot be read", new PlainJWT(right().build()).serialize());
        refused("it cannot be read", "");
        refused("it cannot be read", "a.b.c");
        refused("it is too long", "a".repeat(60_000));
    }

    @Test
    void thePublicKeyIsNoSecretToSignWith() throws Exception {
        byte[] known = key.toRSAPublicKey().getEncoded();
        refused("nobody knows its key", signed(JWSAlgorithm.HS256, "first", new MACSigner(known), right().build()));
        byte[] text = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        refused("nobody knows its key", signed(JWSAlgorithm.HS256, "first", new MACSigner(text), right().build()));
    }

    @Test
    void otherWaysToSignDoNotCountEvenWithTheRightKey() throws Exception {
        for (JWSAlgorithm algorithm :
                List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS384, JWSAlgorithm.PS512)) {
            refused("nobody knows its key", signed(algorithm, "first", new RSASSASigner(key), right().build()));
        }
    }

    @Test
    void aSignatureOfAnotherKeyIsWrong() throws Exception {
        refused(
                "its signature is wrong",
                signed(JWSAlgorithm.RS256, "first", new RSASSASigner(strange), right().build()));
    }

    @Test
    void whatWasChangedAfterwardsIsRefused() throws Exception {
        String[] mine = with(token -> token).split("\\.");
        String[] other = with(token -> token.subject("somebody else")).split("\\.");
        refused("its signature is wrong", mine[0] + "." + other[1] + "." + mine[2]);
    }

    @Test
    void aKeyThatNobodyKnowsIsLookedForOnceMore() throws Exception {
        String token = signed(JWSAlgorithm.RS256, "second", new RSASSASigner(strange), right().build());
        refused("nobody knows its key", token);
        assertEquals(List.of(false, true), asked);

        newer = new JWKSet(List.<JWK>of(key, strange)).toPublicJWKSet();
        assertEquals("subject-1", check(token));
    }

    @Test
    void aKeyThatATokenBringsAlongDoesNotCount() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("second")
                        .jwk(strange.toPublicJWK())
                        .build(),
                right().build());
        token.sign(new RSASSASigner(strange));
        refused("nobody knows its key", token.serialize());
    }

    @Test
    void withoutANameOfTheKeyThereMustBeOneOnly() throws Exception {
        String token = signed(JWSAlgorithm.RS256, null, new RSASSASigner(key), right().build());
        assertEquals("subject-1", check(token));

        keys = new JWKSet(List.<JWK>of(key, strange)).toPublicJWKSet();
        newer = keys;
        refused("nobody knows its key", token);
    }

    @Test
    void keysForAnotherUseAndWeakOnesDoNotCount() throws Exception {
        RSAKey secret = new RSAKey.Builder(key).keyUse(KeyUse.ENCRYPTION).build();
        RSAKey weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        keys = new JWKSet(List.<JWK>of(secret, weak)).toPublicJWKSet();
        newer = keys;
        refused("nobody knows its key", with(token -> token));
        refused(
                "nobody knows its key",
                signed(JWSAlgorithm.RS256, "weak", new RSASSASigner(weak.toPrivateKey(), true), right().build()));
    }

    @Test
    void itIsOfThisIssuerLetterByLetter() throws Exception {
        refused("another issuer gave it", with(token -> token.issuer("https://login.sen.example/")));
        refused("another issuer gave it", with(token -> token.issuer(null)));
    }

    @Test
    void itIsForThisProgram() throws Exception {
        refused("it is for another program", with(token -> token.audience("another")));
        refused("it is for another program", with(token -> token.audience((String) null)));
        refused("another program asked for it", with(token -> token.audience(Arrays.asList(CLIENT, "another"))));
        refused(
                "another program asked for it",
                with(token -> token.audience(Arrays.asList(CLIENT, "another")).claim("azp", "another")));
        refused("another program asked for it", with(token -> token.claim("azp", "another")));
        assertEquals(
                "subject-1",
                check(with(token ->
                        token.audience(Arrays.asList(CLIENT, "another")).claim("azp", CLIENT))));
    }

    @Test
    void itBelongsToThisSignIn() throws Exception {
        refused("it belongs to another sign-in", with(token -> token.claim("nonce", "another")));
        refused("it belongs to another sign-in", with(token -> token.claim("nonce", null)));
        refused("it cannot be read", with(token -> token.claim("nonce", List.of(NONCE))));
    }

    @Test
    void itNamesSomebody() throws Exception {
        refused("it names nobody", with(token -> token.subject(null)));
        refused("it names nobody", with(token -> token.subject(" ")));
    }

    @Test
    void thePersonWasThereLatelyWhereThatIsAsked() throws Exception {
        assertEquals("subject-1", check(with(token -> token)), "not asked");
        newest = Duration.ofMinutes(5);
        refused("it does not say when the person was there", with(token -> token));
        assertEquals("subject-1", check(with(token -> token.claim("auth_time", NOW.getEpochSecond() - 359))));
        refused(
                "the person was there too long ago",
                with(token -> token.claim("auth_time", NOW.getEpochSecond() - 360)));
        refused(
                "the person was there too long ago",
                with(token -> token.claim("auth_time", NOW.getEpochSecond() + 61)));
        refused("it cannot be read", with(token -> token.claim("auth_time", "now")));
    }

    @Test
    void itIsGoodNowWithAMinuteOfDoubt() throws Exception {
        assertEquals("subject-1", check(with(token -> token.expirationTime(Date.from(NOW.minusSeconds(59))))));
        refused("its time is over", with(token -> token.expirationTime(Date.from(NOW.minusSeconds(60)))));
        assertEquals("subject-1", check(with(token -> token.issueTime(Date.from(NOW.plusSeconds(60))))));
        refused("its time has not begun", with(token -> token.issueTime(Date.from(NOW.plusSeconds(61)))));
        refused("its time has not begun", with(token -> token.notBeforeTime(Date.from(NOW.plusSeconds(61)))));
        refused("it does not say from when to when it is good", with(token -> token.expirationTime(null)));
        refused("it does not say from when to when it is good", with(token -> token.issueTime(null)));
    }
}
