package org.sencrm.tokenkey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.signin.FactorKind;

/** Ten codes on paper for the day on which the key is not at hand, each good once. The state is the digests of those left. */
@Component(property = FactorKind.KIND + "=recovery")
public final class RecoveryCodes implements FactorKind {

    private static final int CODES = 10;
    /** 80 bits: a digest of it cannot be guessed back. */
    private static final int CODE_BYTES = 10;

    private final SecureRandom random = new SecureRandom();

    @Override
    public boolean isBackup() {
        return true;
    }

    @Override
    public Enrolment enrol(String account, String issuer) {
        List<String> codes = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            byte[] bits = new byte[CODE_BYTES];
            random.nextBytes(bits);
            String code = Base32.encode(bits).toLowerCase(Locale.ROOT);
            codes.add(code.replaceAll("(.{4})(?!$)", "$1-"));
            digests.add(digest(code));
        }
        return new Enrolment(String.join(" ", digests), Map.of("codes", codes));
    }

    @Override
    public Optional<String> verify(String state, String answer, Instant at) {
        String digest = digest(answer.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
        List<String> left = new ArrayList<>(List.of(state.split(" ")));
        return left.remove(digest) ? Optional.of(String.join(" ", left)) : Optional.empty();
    }

    private static String digest(String code) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
