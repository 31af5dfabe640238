package org.sencrm.api.signin;

import java.util.List;
import java.util.Map;
import org.sencrm.api.fault.NotSignedIn;

/**
 * The password was right and is not enough. Nobody is signed in yet: what goes on is the challenge, to be answered by {@link
 * org.sencrm.api.access.SignIn#answer} within five minutes.
 */
public final class SecondFactorRequired extends NotSignedIn {

    private static final long serialVersionUID = 1L;

    private final String challenge;
    private final transient List<String> factors;
    private final transient Map<String, Map<String, Object>> options;

    /**
     * @param challenge null where nothing can be answered: no module is there for the person's factors, or the time to set
     *     one up is over; the message says which
     * @param factors kinds that the person may answer with; none without a challenge
     */
    public SecondFactorRequired(String message, String challenge, List<String> factors) {
        this(message, challenge, factors, Map.of());
    }

    /** @param options as {@link #options} */
    public SecondFactorRequired(
            String message, String challenge, List<String> factors, Map<String, Map<String, Object>> options) {
        super(message);
        this.challenge = challenge;
        this.factors = List.copyOf(factors);
        this.options = Map.copyOf(options);
    }

    /** A secret, good for one sign-in; null for none. */
    public String challenge() {
        return challenge;
    }

    public List<String> factors() {
        return factors;
    }

    /** What a browser or program needs for an answer, by kind, as {@link FactorKind#options} has it; not for typed ones. */
    public Map<String, Map<String, Object>> options() {
        return options;
    }
}
