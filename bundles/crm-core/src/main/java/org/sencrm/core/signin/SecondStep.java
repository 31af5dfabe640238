package org.sencrm.core.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorListener.Event;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.api.text.Messages;
import org.sencrm.core.signin.UserDirectory.Account;

/**
 * What comes between the right password and the sign-in. Closed by default: a user who has a factor, or has to have one, gets
 * in without it only by a command on the machine itself, whatever became of the modules.
 */
final class SecondStep {

    private final FactorStore factors;
    private final FactorPolicy policy;
    private final FactorResets resets;
    private final Challenges challenges;
    private final LocalRecovery recovery;
    private final Messages messages;
    private final SecurityLog log;
    private final Clock clock;

    SecondStep(
            FactorStore factors,
            FactorPolicy policy,
            FactorResets resets,
            Challenges challenges,
            LocalRecovery recovery,
            Messages messages,
            SecurityLog log,
            Clock clock) {
        this.factors = factors;
        this.policy = policy;
        this.resets = resets;
        this.challenges = challenges;
        this.recovery = recovery;
        this.messages = messages;
        this.log = log;
        this.clock = clock;
    }

    FactorPolicy policy() {
        return policy;
    }

    FactorResets resets() {
        return resets;
    }

    FactorStore factors() {
        return factors;
    }

    /** Of a user who is gone for good nothing stays. */
    void forget(long user) {
        factors.removeAll(user, Caller.system());
        policy.forget(user);
        resets.end(user);
    }

    /**
     * Lets pass whoever needs no second step.
     *
     * @param account whose password was just proved
     * @throws SecondFactorRequired for everybody else
     */
    void pass(Account account, Locale language, String address, String through) {
        Set<String> kinds = factors.kindsOf(account.userId());
        boolean held = kinds.isEmpty() && resets.holds(account.userId());
        if (kinds.isEmpty() && !held && !isOverdue(account.userId())) {
            return;
        }
        if (recovery.use(account.userName())) {
            policy.restart(account.userId());
            resets.end(account.userId());
            log.reached(account.userId(), "signIn.recoveredLocally", address, through);
            return;
        }
        log.reached(account.userId(), "signIn.secondFactorAsked", address, through);
        throw held
                ? closed(language, "factor.resetWaits")
                : kinds.isEmpty() ? closed(language, "factor.overdue") : asked(account, kinds, language);
    }

    private SecondFactorRequired closed(Locale language, String why) {
        return new SecondFactorRequired(messages.text(language, why), null, List.of());
    }

    private SecondFactorRequired asked(Account account, Set<String> kinds, Locale language) {
        String challenge = challenges.issue(account.userId(), account.epoch());
        Map<String, Map<String, Object>> options = options(account, kinds, Challenges.nonce(challenge));
        if (options.isEmpty()) {
            challenges.close(challenge);
            return closed(language, "factor.away");
        }
        List<String> here = List.copyOf(options.keySet());
        options.values().removeIf(Map::isEmpty);
        return new SecondFactorRequired(messages.text(language, "factor.asked"), challenge, here, options);
    }

    /** By kind, those that stand for themselves first; kinds with which nobody can answer now are not there. */
    private Map<String, Map<String, Object>> options(Account account, Set<String> kinds, String nonce) {
        Map<String, Map<String, Object>> options = new LinkedHashMap<>();
        Stream.concat(factors.kinds().words(false).stream(), factors.kinds().words(true).stream())
                .filter(kinds::contains)
                .forEach(kind ->
                        factors.options(account.userId(), kind, nonce).ifPresent(needed -> options.put(kind, needed)));
        return options;
    }

    /**
     * Whether the user has to have a factor, and a password alone opens nothing any more: because there is one, or the days to
     * set one up are over. They begin when this is first asked.
     */
    boolean isDue(long user) {
        return policy.isRequired(user) && (!factors.kindsOf(user).isEmpty() || isGraceOver(user));
    }

    /** As above, of a user who has none. */
    private boolean isOverdue(long user) {
        return policy.isRequired(user) && isGraceOver(user);
    }

    private boolean isGraceOver(long user) {
        Instant until = policy.until(user);
        if (until == null) {
            policy.restart(user);
            factors.kinds().tellNeeded(user, policy.until(user));
            return false;
        }
        return !clock.instant().isBefore(until);
    }

    /** The user behind a challenge; null where nothing can be answered any more. */
    Long userOf(String challenge) {
        Challenges.Open open = challenge == null ? null : challenges.find(challenge);
        return open == null ? null : open.user();
    }

    /**
     * Spends a right answer and the challenge with it.
     *
     * @param account behind the challenge, as it is now
     * @throws NotSignedIn where the answer is wrong or spent, or the challenge is over
     */
    void answer(Account account, String challenge, String kind, String answer, Locale language) {
        Challenges.Open open = challenges.find(challenge);
        boolean valid = open != null && open.epoch() == account.epoch() && challenges.countTry(challenge);
        Optional<Factor> used =
                valid ? factors.answer(account.userId(), kind, answer, Challenges.nonce(challenge)) : Optional.empty();
        if (used.isEmpty() || !challenges.close(challenge)) {
            throw new NotSignedIn(messages.text(language, "factor.refused"));
        }
        Caller by = Caller.system();
        factors.find(used.get().id()).ifPresent(now -> factors.kinds().tell(Event.USED, now, by));
    }
}
