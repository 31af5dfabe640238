package org.sencrm.tokenkey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.signin.FactorKind;

/**
 * Codes of an app or a key with a display. The state is the secret and the last step that was used: a code of that step or an
 * earlier one is spent. The clock of the device may be a step ahead or behind.
 */
@Component(property = FactorKind.KIND + "=" + Totp.WORD)
public final class Totp implements FactorKind {

    static final String WORD = "totp";

    /** As RFC 4226 recommends: 160 bits. */
    private static final int SECRET_BYTES = 20;

    private static final int WINDOW = 1;

    private final SecureRandom random = new SecureRandom();

    @Override
    public Enrolment enrol(String account, String issuer) {
        byte[] bits = new byte[SECRET_BYTES];
        random.nextBytes(bits);
        String secret = Base32.encode(bits);
        String uri = "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + secret + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + Otp.DIGITS + "&period=" + Otp.STEP_SECONDS;
        return new Enrolment(secret + " 0", Map.of("secret", secret, "uri", uri));
    }

    @Override
    public Optional<String> verify(String state, String answer, Instant at) {
        String[] parts = state.split(" ");
        byte[] secret = Base32.decode(parts[0]);
        long used = Long.parseLong(parts[1]);
        byte[] given = answer.replace(" ", "").getBytes(StandardCharsets.UTF_8);
        long now = Math.floorDiv(at.getEpochSecond(), Otp.STEP_SECONDS);
        long found = 0;
        // always the same work, whichever step it is
        for (long step = now - WINDOW; step <= now + WINDOW; step++) {
            byte[] right = Otp.code(secret, step).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, given) && step > used) {
                found = step;
            }
        }
        return found == 0 ? Optional.empty() : Optional.of(parts[0] + " " + found);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
