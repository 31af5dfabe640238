package org.sencrm.api.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.sencrm.api.access.ClientCertificate;

/**
 * A way of proving oneself beside the password, such as codes of an app. Published as a service with the property {@link
 * #KIND}; its name for people is the message {@code factor.kind.<kind>}, and what they are told of an answer that is not right
 * is {@code factor.wrong.<kind>} where there is one. It works out and compares and keeps nothing: what it
 * has to know again of a factor is the factor's state, a text that the product keeps encrypted and shows to nobody. The
 * product sees to it that a state is used by one answer only, whoever else answers at the same moment; it counts the tries,
 * and it asks for the password first.
 *
 * <p>Answers are typed, or worked out by the browser from {@link #options}, such as the signature of a security key; or the
 * line itself is the answer, by the certificate with which it was made ({@link Attempt#certificate}).
 *
 * <p>Called on any thread, through the guard, several at once. While no service is there for the kinds that a person has,
 * that person is not let in.
 *
 * <pre>{@code
 * @Component(property = FactorKind.KIND + "=totp")
 * public final class Totp implements FactorKind {
 *     public Enrolment enrol(String account, String issuer) {
 *         String secret = ...;
 *         return new Enrolment(secret + " 0", Map.of("secret", secret));
 *     }
 *     public Optional<String> verify(String state, String answer, Instant at) {
 *         ...  // the same secret with the step of the answer, which is spent
 *     }
 * }
 * }</pre>
 */
@ConsumerType
public interface FactorKind {

    /** Service property: lower case word, at most 40 characters, unique in the product. */
    String KIND = "crm.factor";

    /**
     * Makes a new factor.
     *
     * @param account user name of the one whose it will be
     * @param issuer name of the company, by which a person tells this account from others
     */
    Enrolment enrol(String account, String issuer);

    /**
     * Whether the answer is right, once.
     *
     * @param state of the factor
     * @param answer what the person gave, as typed, at most 200 characters
     * @param at now
     * @return the state from now on, in which this answer is wrong; empty for an answer that is not right
     */
    Optional<String> verify(String state, String answer, Instant at);

    /**
     * Whether people can set one up and sign in with it now; false for instance while a setting is missing that it needs.
     * Where it is false, nobody gets in with it.
     */
    default boolean isAvailable() {
        return true;
    }

    /** How many characters an answer has at most; a longer one is wrong without being looked at. At most 20,000. */
    default int longestAnswer() {
        return 200;
    }

    /**
     * As {@link #enrol(String, String)}, for a kind that has to know what the person has already. Asked instead of it.
     *
     * @param others states of the person's confirmed factors of this kind
     */
    default Enrolment enrol(String account, String issuer, List<String> others) {
        return enrol(account, issuer);
    }

    /**
     * What the person's browser or program needs to work out an answer; nothing for answers that are typed.
     *
     * @param nonce as in {@link Attempt#nonce}
     * @param states of the person's confirmed factors of this kind
     * @return texts, numbers, lists and maps of them by name, as they become JSON; empty where none of the factors can be
     *     answered with now
     */
    default Optional<Map<String, Object>> options(String nonce, List<String> states) {
        return Optional.of(Map.of());
    }

    /**
     * As {@link #verify}, for a kind that looks at more than state and answer. Asked instead of it.
     *
     * @param state of the factor; that of {@link Enrolment#state} where the answer is to confirm it
     * @param answer as typed or as JSON, at most {@link #longestAnswer} characters
     */
    default Verdict judge(String state, String answer, Attempt attempt) {
        return verify(state, answer, attempt.at()).map(Verdict::right).orElseGet(Verdict::wrong);
    }

    /**
     * Whether this kind only stands in for another that is not at hand. People do not ask for it: they get it whenever they
     * have confirmed a factor of another kind, in place of what they had, and it ends with the last of those.
     */
    default boolean isBackup() {
        return false;
    }

    /**
     * Under what an answer is given.
     *
     * @param nonce 256 random bits in base64url without padding, good for this one sign-in, which ends with the first right
     *     answer; null where no {@link #options} were asked for: where a factor is confirmed, or a person who is signed in
     *     proves again who they are
     * @param others states of the person's other confirmed factors of this kind
     * @param at now
     * @param certificate of the line on which the answer came; null for none
     */
    record Attempt(String nonce, List<String> others, Instant at, ClientCertificate certificate) {

        public Attempt {
            others = List.copyOf(others);
        }

        /** On a line without a certificate. */
        public Attempt(String nonce, List<String> others, Instant at) {
            this(nonce, others, at, null);
        }
    }

    /**
     * What became of an answer.
     *
     * @param next the state from now on, in which this answer is wrong; null for an answer that is not right
     * @param copied whether somebody seems to have a copy of the factor: it is refused, and its owner is told
     * @param reason why it was refused, a word for the security log without anything of the person; null for a plain wrong
     *     answer, which is not told there beside the try itself
     * @param carrier the thing to which the factor is bound from now on; null for what it was bound to before
     */
    record Verdict(String next, boolean copied, String reason, Carrier carrier) {

        /** Without a reason, and with nothing to bind the factor to. */
        public Verdict(String next, boolean copied) {
            this(next, copied, null, null);
        }

        public static Verdict right(String next) {
            return new Verdict(Objects.requireNonNull(next, "next"), false);
        }

        /**
         * Right, and the factor is bound to a thing. Where a factor of anybody is bound to it already, the answer is wrong all
         * the same.
         */
        public static Verdict right(String next, Carrier carrier) {
            return new Verdict(Objects.requireNonNull(next, "next"), false, null, Objects.requireNonNull(carrier));
        }

        public static Verdict wrong() {
            return new Verdict(null, false);
        }

        /** @param reason as in {@link Verdict#reason} */
        public static Verdict wrong(String reason) {
            return new Verdict(null, false, Objects.requireNonNull(reason, "reason"), null);
        }

        /** As good as a right answer, had another one not been given before it that must have come after it. */
        public static Verdict ofACopy() {
            return new Verdict(null, true);
        }
    }

    /**
     * The thing that a factor is bound to, where there is one that can be told from all others, such as a smart card by its
     * certificate. One thing is a factor of one person.
     *
     * @param id unique among the things of the kind, at most 200 characters
     * @param validUntil when it ends by itself; null for never
     * @param facts what its owner and administrators are shown, by name, such as {@code serial}; at most 1,500 characters in all
     * @since 1.2
     */
    record Carrier(String id, Instant validUntil, Map<String, String> facts) {

        public Carrier {
            Objects.requireNonNull(id, "id");
            facts = Map.copyOf(facts);
        }
    }

    /**
     * A new factor.
     *
     * @param state what has to be known again; at most 2,500 characters
     * @param told what the person is told this once, by name, texts, lists and maps as they become JSON: for codes of an
     *     app {@code secret} and {@code uri}, for a security key {@code publicKey}, for a backup {@code codes}
     */
    record Enrolment(String state, Map<String, Object> told) {

        public Enrolment {
            Objects.requireNonNull(state, "state");
            told = Map.copyOf(told);
        }
    }
}
