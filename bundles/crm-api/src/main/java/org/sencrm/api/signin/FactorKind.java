package org.sencrm.api.signin;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way of proving oneself beside the password, such as codes of an app. Published as a service with the property {@link
 * #KIND}; its name for people is the message {@code factor.kind.<kind>}. It works out and compares and keeps nothing: what it
 * has to know again of a factor is the factor's state, a text that the product keeps encrypted and shows to nobody. The
 * product sees to it that a state is used by one answer only, whoever else answers at the same moment; it counts the tries,
 * and it asks for the password first.
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
     * Whether this kind only stands in for another that is not at hand. People do not ask for it: they get it whenever they
     * have confirmed a factor of another kind, in place of what they had, and it ends with the last of those.
     */
    default boolean isBackup() {
        return false;
    }

    /**
     * A new factor.
     *
     * @param state what has to be known again; at most 2,500 characters
     * @param told what the person is told this once, by name, texts and lists of texts: for codes of an app {@code secret}
     *     and {@code uri}, for a backup {@code codes}
     */
    record Enrolment(String state, Map<String, Object> told) {

        public Enrolment {
            Objects.requireNonNull(state, "state");
            told = Map.copyOf(told);
        }
    }
}
