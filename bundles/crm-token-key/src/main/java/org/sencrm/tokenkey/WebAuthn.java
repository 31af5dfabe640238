package org.sencrm.tokenkey;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.InvalidSignatureCountException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.FactorKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Security keys and passkeys. The state is the public key with its last count; an answer is a signature over the nonce of the
 * sign-in, so that it is good for that sign-in alone. They work at the address of the product that the company has set, and
 * nowhere else.
 */
@Component(property = FactorKind.KIND + "=" + WebAuthn.WORD)
public final class WebAuthn implements FactorKind {

    static final String WORD = "webauthn";

    /** Setting of the company: whether keys check who touches them, {@code preferred} or {@code required}. */
    static final String VERIFICATION = "tokenKey.userVerification";

    private static final Logger LOG = LoggerFactory.getLogger(WebAuthn.class);
    private static final int RANDOM_BYTES = 32;
    private static final int LONGEST_ANSWER = 16_000;
    private static final int LONGEST_STATE = 2_500;

    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json = new JsonMapper();
    private final OwnThread library = new OwnThread("sen-security-keys");
    private final Settings settings;

    @Activate
    public WebAuthn(@Reference Settings settings) {
        this.settings = settings;
    }

    @Deactivate
    void close() {
        library.close();
    }

    @Override
    public boolean isAvailable() {
        return site().isPresent();
    }

    @Override
    public int longestAnswer() {
        return LONGEST_ANSWER;
    }

    @Override
    public Enrolment enrol(String account, String issuer) {
        return enrol(account, issuer, List.of());
    }

    @Override
    public Enrolment enrol(String account, String issuer, List<String> others) {
        Site site = site().orElseThrow(() -> new IllegalStateException("the product has no address for keys"));
        Ceremony ceremony = ceremony(site, issuer);
        return library.call(() -> {
            List<SecurityKey> keys = boundTo(site, others);
            ByteArray handle = keys.isEmpty() ? bits() : keys.get(0).handle();
            PendingKey pending = new PendingKey(site.host(), handle, bits());
            String options = ceremony.creation(pending, account, keys).toCredentialsCreateJson();
            return new Enrolment(pending.state(), members(options));
        });
    }

    @Override
    public Optional<Map<String, Object>> options(String nonce, List<String> states) {
        Optional<Site> site = site();
        if (site.isEmpty()) {
            return Optional.empty();
        }
        Ceremony ceremony = ceremony(site.get(), site.get().host());
        return library.call(() -> {
            List<SecurityKey> keys = boundTo(site.get(), states);
            return keys.isEmpty()
                    ? Optional.empty()
                    : Optional.of(members(ceremony.assertion(ByteArray.fromBase64Url(nonce), keys)
                            .toCredentialsGetJson()));
        });
    }

    /** Without the nonce of a sign-in no answer is right. */
    @Override
    public Optional<String> verify(String state, String answer, Instant at) {
        return Optional.ofNullable(
                judge(state, answer, new Attempt(null, List.of(), at)).next());
    }

    @Override
    public Verdict judge(String state, String answer, Attempt attempt) {
        return site().map(site -> ceremony(site, site.host()))
                .map(ceremony -> library.call(() -> judge(ceremony, state, answer, attempt)))
                .orElseGet(Verdict::wrong);
    }

    private static Verdict judge(Ceremony ceremony, String state, String answer, Attempt attempt) {
        try {
            SecurityKey next = next(ceremony, state, answer, attempt);
            return next == null || next.state().length() > LONGEST_STATE
                    ? Verdict.wrong()
                    : Verdict.right(next.state());
        } catch (InvalidSignatureCountException copied) {
            return Verdict.ofACopy();
        } catch (Exception | LinkageError refused) {
            // whatever an answer makes the library stumble over, such as the proof of a maker that it knows too little
            // of: it is the answer that is wrong, not the module
            LOG.debug("An answer of a security key was refused", refused);
            return Verdict.wrong();
        }
    }

    /** Null where neither fits: nothing is asked for, or it is bound to another host. */
    private static SecurityKey next(Ceremony ceremony, String state, String answer, Attempt attempt) throws Exception {
        Site site = ceremony.site();
        Optional<PendingKey> pending =
                PendingKey.read(state).filter(key -> key.host().equals(site.host()));
        if (pending.isPresent()) {
            return ceremony.register(pending.get(), boundTo(site, attempt.others()), answer);
        }
        Optional<SecurityKey> key =
                SecurityKey.read(state).filter(known -> known.host().equals(site.host()));
        return key.isEmpty() || attempt.nonce() == null
                ? null
                : ceremony.prove(ByteArray.fromBase64Url(attempt.nonce()), key.get(), answer);
    }

    private static List<SecurityKey> boundTo(Site site, List<String> states) {
        return states.stream()
                .flatMap(state -> SecurityKey.read(state).stream())
                .filter(key -> key.host().equals(site.host()))
                .toList();
    }

    private Optional<Site> site() {
        return Site.of(settings.get(Settings.ADDRESS, ""));
    }

    private Ceremony ceremony(Site site, String company) {
        boolean required = settings.get(VERIFICATION, "preferred").equals("required");
        return new Ceremony(
                site, company, required ? UserVerificationRequirement.REQUIRED : UserVerificationRequirement.PREFERRED);
    }

    private ByteArray bits() {
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        return new ByteArray(bits);
    }

    private Map<String, Object> members(String text) throws IOException {
        return json.readValue(text, new TypeReference<>() {});
    }
}
