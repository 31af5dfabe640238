package org.sencrm.singlesignon;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.Outbound.Answer;
import org.sencrm.api.outbound.Outbound.Request;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.signin.OutsideProvider.Arrival;

/**
 * What is said between the product and the provider themselves. Its description and its keys are remembered for some minutes;
 * of one provider, as there is no more than one. Thread safe.
 */
final class ProviderLine {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /** Whoever shows tokens with keys that nobody knows must not make the product ask at each of them. */
    private static final Duration AT_LEAST = Duration.ofSeconds(30);

    /** Whoever leaves may be anybody: a provider that fails is not asked at each click. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private static final int LARGEST = 500_000;
    private static final int OK = 200;
    private static final int CLIENT_ERRORS = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERRORS = 500;

    private final Outbound outbound;
    private final Clock clock;
    /** Held while the description is read: whoever needs it meanwhile waits for the same one. */
    private final ReentrantLock asking = new ReentrantLock();

    private volatile Remembered<ProviderDescription> description;
    private volatile Remembered<OutsideProblem> failure;
    private volatile Remembered<JWKSet> keys;

    ProviderLine(Outbound outbound, Clock clock) {
        this.outbound = outbound;
        this.clock = clock;
    }

    ProviderDescription description(String issuer) throws OutsideProblem {
        ProviderDescription before = known(issuer);
        if (before != null) {
            return before;
        }
        try {
            asking.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideProblem("single-sign-on.oidc.problem.tooSlow", "the question was given up", e);
        }
        try {
            // somebody else may have asked meanwhile
            ProviderDescription known = known(issuer);
            return known == null ? asked(issuer) : known;
        } finally {
            asking.unlock();
        }
    }

    /** What is remembered, without asking; null for nothing. */
    ProviderDescription known(String issuer) {
        Remembered<ProviderDescription> known = description;
        boolean good = known != null && known.isOf(ProviderDescription.address(issuer)) && isYounger(known, REMEMBERED);
        return good ? known.content() : null;
    }

    private ProviderDescription asked(String issuer) throws OutsideProblem {
        String address = ProviderDescription.address(issuer);
        Remembered<OutsideProblem> failed = failure;
        if (failed != null && failed.isOf(address) && isYounger(failed, AFTER_FAILURE)) {
            throw failed.content();
        }
        try {
            ProviderDescription read = ProviderDescription.read(read(address), issuer);
            description = new Remembered<>(address, read, clock.instant());
            return read;
        } catch (OutsideProblem e) {
            failure = new Remembered<>(address, e, clock.instant());
            throw e;
        }
    }

    /** @param newer whether a key was missing in those that were given before */
    JWKSet keys(ProviderDescription of, boolean newer) throws OutsideProblem {
        Remembered<JWKSet> known = keys;
        if (known != null && known.isOf(of.keys()) && isYounger(known, newer ? AT_LEAST : REMEMBERED)) {
            return known.content();
        }
        try {
            JWKSet read = JWKSet.parse(read(of.keys()));
            keys = new Remembered<>(of.keys(), read, clock.instant());
            return read;
        } catch (ParseException e) {
            throw new OutsideProblem("single-sign-on.oidc.problem.keys", "the keys of the provider cannot be read", e);
        }
    }

    /** So that what an administrator changed there or here is seen at once. */
    void forget() {
        description = null;
        failure = null;
        keys = null;
    }

    /**
     * Changes a code into what the provider signed.
     *
     * @return empty for a code that is not right
     */
    Optional<String> token(ProviderSettings provider, ProviderDescription of, Arrival arrival) throws OutsideProblem {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", arrival.code());
        form.put("redirect_uri", arrival.back());
        form.put("code_verifier", arrival.verifier());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        prove(provider, of, form, headers);
        byte[] body = form(form).getBytes(StandardCharsets.UTF_8);
        Answer answer = send(new Request("POST", of.codes(), headers, body));
        Map<String, Object> told = object(answer);
        if (answer.status() == OK && told.get("id_token") instanceof String token) {
            return Optional.of(token);
        }
        if (isRefused(answer.status(), told)) {
            return Optional.empty();
        }
        throw new OutsideProblem(
                "single-sign-on.oidc.problem.client",
                "the provider gives the product no token: " + answer.status(),
                null);
    }

    /** Whoever comes with a code that the provider cannot even read is guessing; that the product is refused is nobody's guess. */
    private static boolean isRefused(int status, Map<String, Object> told) {
        return status >= CLIENT_ERRORS && status != UNAUTHORIZED && !"invalid_client".equals(told.get("error"));
    }

    /** Says who the product is: by the secret in the way that the provider knows, or by the name alone where there is none. */
    private static void prove(
            ProviderSettings provider, ProviderDescription of, Map<String, String> form, Map<String, String> headers) {
        boolean secret = provider.secret() != null;
        if (secret
                && (of.clientMethods().contains(ProviderDescription.BASIC)
                        || !of.clientMethods().contains(ProviderDescription.POST))) {
            String both = encoded(provider.client()) + ":" + encoded(provider.secret());
            headers.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
            return;
        }
        form.put("client_id", provider.client());
        if (secret) {
            form.put("client_secret", provider.secret());
        }
    }

    /** Empty for what is no object. */
    private static Map<String, Object> object(Answer answer) {
        try {
            return JSONObjectUtils.parse(text(answer));
        } catch (ParseException e) {
            return Map.of();
        }
    }

    private String read(String address) throws OutsideProblem {
        Answer answer = send(new Request("GET", address, Map.of("Accept", "application/json"), null));
        if (answer.status() != OK) {
            throw new OutsideProblem(
                    "single-sign-on.oidc.problem.description", "the provider shows nothing: " + answer.status(), null);
        }
        return text(answer);
    }

    private Answer send(Request request) throws OutsideProblem {
        try {
            Answer answer = outbound.send(request);
            if (answer.body().length > LARGEST || answer.status() >= SERVER_ERRORS) {
                throw new OutsideProblem(
                        "single-sign-on.oidc.problem.broken", "the provider fails: " + answer.status(), null);
            }
            return answer;
        } catch (OutboundFailure e) {
            throw new OutsideProblem("outbound." + e.reason().code(), e.getMessage(), e);
        }
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Names and values as in a form, or in the question of an address. */
    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private boolean isYounger(Remembered<?> known, Duration age) {
        return clock.instant().isBefore(known.at().plus(age));
    }

    private record Remembered<T>(String address, T content, Instant at) {

        boolean isOf(String asked) {
            return address.equals(asked);
        }
    }
}
