package org.sencrm.core.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.signin.FactorKind;

/** A kind whose right answers are {@code right-0}, {@code right-1} and so on, each once and in this order. */
final class CountedKind implements FactorKind {

    private final boolean backup;
    /** Whether the next question finds it broken. */
    boolean broken;

    CountedKind(boolean backup) {
        this.backup = backup;
    }

    @Override
    public Enrolment enrol(String account, String issuer) {
        return new Enrolment(
                "count 0", backup ? Map.of("codes", List.of("right-0", "right-1")) : Map.of("secret", issuer));
    }

    @Override
    public Optional<String> verify(String state, String answer, Instant at) {
        if (broken) {
            throw new org.sencrm.api.fault.Unavailable("the module is paused");
        }
        int next = Integer.parseInt(state.split(" ")[1]);
        return answer.equals("right-" + next) ? Optional.of("count " + (next + 1)) : Optional.empty();
    }

    @Override
    public boolean isBackup() {
        return backup;
    }
}
