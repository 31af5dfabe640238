package org.sencrm.core.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.signin.FactorKind;

/** A kind whose right answer is {@code signed} with the nonce of the sign-in, as a browser works it out. */
final class AskedKind implements FactorKind {

    static final String STATE = "asked";

    boolean available = true;
    boolean answerable = true;
    /** Whether the next question finds it broken. */
    boolean broken;
    /** States that the last question came with. */
    List<String> known = List.of();

    @Override
    public boolean isAvailable() {
        return available;
    }

    @Override
    public int longestAnswer() {
        return 300;
    }

    @Override
    public Enrolment enrol(String account, String issuer) {
        throw new UnsupportedOperationException("the other one is asked");
    }

    @Override
    public Enrolment enrol(String account, String issuer, List<String> others) {
        known = others;
        return new Enrolment(STATE, Map.of("publicKey", Map.of("user", account)));
    }

    @Override
    public Optional<Map<String, Object>> options(String nonce, List<String> states) {
        if (broken) {
            throw new Unavailable("the module is paused");
        }
        known = states;
        return answerable ? Optional.of(Map.of("nonce", nonce)) : Optional.empty();
    }

    @Override
    public Optional<String> verify(String state, String answer, Instant at) {
        throw new UnsupportedOperationException("the other one is asked");
    }

    @Override
    public Verdict judge(String state, String answer, Attempt attempt) {
        known = attempt.others();
        if (answer.equals("copy")) {
            return Verdict.ofACopy();
        }
        return answer.strip().equals("signed " + attempt.nonce()) ? Verdict.right(STATE) : Verdict.wrong();
    }
}
