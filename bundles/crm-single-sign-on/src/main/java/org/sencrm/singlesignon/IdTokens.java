package org.sencrm.singlesignon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Judges what a provider has signed. Only three ways to sign count, and all of them with a key of which the provider alone has
 * the other half; what a token says of its own way is never enough.
 */
final class IdTokens {

    private static final int LONGEST = 50_000;
    private static final int SMALLEST_RSA = 2_048;
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Clock clock;

    IdTokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * What the token says, where all about it is right.
     *
     * @throws Refused else
     * @throws OutsideProblem where the keys cannot be had
     */
    JWTClaimsSet check(String token, Expected expected, Keys keys) throws Refused, OutsideProblem {
        if (token.length() > LONGEST) {
            throw new Refused("it is too long");
        }
        try {
            SignedJWT signed = SignedJWT.parse(token);
            checkSignature(signed, keys);
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            checkWhose(claims, expected);
            checkTime(claims);
            if (expected.newest() != null) {
                checkPresence(claims, expected.newest());
            }
            return claims;
        } catch (ParseException | JOSEException e) {
            throw new Refused("it cannot be read");
        }
    }

    private static void checkSignature(SignedJWT signed, Keys keys) throws Refused, OutsideProblem, JOSEException {
        JWSHeader header = signed.getHeader();
        Optional<JWSVerifier> verifier = verifier(header, keys.get(false));
        if (verifier.isEmpty()) {
            // the provider may have changed its keys
            verifier = verifier(header, keys.get(true));
        }
        if (!signed.verify(verifier.orElseThrow(() -> new Refused("nobody knows its key")))) {
            throw new Refused("its signature is wrong");
        }
    }

    /** Of the only key that fits; none where several do. */
    private static Optional<JWSVerifier> verifier(JWSHeader header, JWKSet keys) throws Refused, JOSEException {
        List<JWK> fitting =
                keys.getKeys().stream().filter(key -> fits(key, header)).toList();
        if (fitting.size() != 1) {
            return Optional.empty();
        }
        JWK key = fitting.get(0);
        return Optional.of(
                key instanceof RSAKey rsa
                        ? new RSASSAVerifier(rsa.toRSAPublicKey())
                        : new ECDSAVerifier(key.toECKey().toECPublicKey()));
    }

    private static boolean fits(JWK key, JWSHeader header) {
        boolean named = header.getKeyID() == null || header.getKeyID().equals(key.getKeyID());
        boolean signs = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
        boolean alike = key.getAlgorithm() == null || key.getAlgorithm().equals(header.getAlgorithm());
        return named && signs && alike && isOfKind(key, header.getAlgorithm());
    }

    private static boolean isOfKind(JWK key, JWSAlgorithm algorithm) {
        if (algorithm.equals(JWSAlgorithm.RS256) || algorithm.equals(JWSAlgorithm.PS256)) {
            return key instanceof RSAKey rsa && rsa.size() >= SMALLEST_RSA;
        }
        return algorithm.equals(JWSAlgorithm.ES256) && key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve());
    }

    private static void checkWhose(JWTClaimsSet claims, Expected expected) throws Refused, ParseException {
        if (!expected.issuer().equals(claims.getIssuer())) {
            throw new Refused("another issuer gave it");
        }
        if (!claims.getAudience().contains(expected.client())) {
            throw new Refused("it is for another program");
        }
        String party = claims.getStringClaim("azp");
        if (party == null ? claims.getAudience().size() > 1 : !party.equals(expected.client())) {
            throw new Refused("another program asked for it");
        }
        if (!isSame(expected.nonce(), claims.getStringClaim("nonce"))) {
            throw new Refused("it belongs to another sign-in");
        }
        if (claims.getSubject() == null || claims.getSubject().isBlank()) {
            throw new Refused("it names nobody");
        }
    }

    private void checkTime(JWTClaimsSet claims) throws Refused {
        Instant now = clock.instant();
        Date until = claims.getExpirationTime();
        Date made = claims.getIssueTime();
        Date from = claims.getNotBeforeTime();
        if (until == null || made == null) {
            throw new Refused("it does not say from when to when it is good");
        }
        if (!now.isBefore(until.toInstant().plus(SKEW))) {
            throw new Refused("its time is over");
        }
        if (isLater(made, now) || from != null && isLater(from, now)) {
            throw new Refused("its time has not begun");
        }
    }

    private void checkPresence(JWTClaimsSet claims, Duration newest) throws Refused, ParseException {
        Instant now = clock.instant();
        Date there = claims.getDateClaim("auth_time");
        if (there == null) {
            throw new Refused("it does not say when the person was there");
        }
        if (isLater(there, now) || !now.isBefore(there.toInstant().plus(newest).plus(SKEW))) {
            throw new Refused("the person was there too long ago");
        }
    }

    private static boolean isLater(Date time, Instant now) {
        return time.toInstant().isAfter(now.plus(SKEW));
    }

    private static boolean isSame(String expected, String told) {
        return told != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), told.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What a token has to say.
     *
     * @param newest how long ago the person may have said there who they are; null for any time
     */
    record Expected(String issuer, String client, String nonce, Duration newest) {}

    /** Where the keys of the provider come from. */
    @FunctionalInterface
    interface Keys {

        /** @param newer whether one was missing in those before */
        JWKSet get(boolean newer) throws OutsideProblem;
    }

    /** The token proves nothing; the message says why and names nobody. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
