package org.sencrm.api.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Settings;

/**
 * Signing in at an {@link OutsideProvider}, for the product's screens. Thread safe; beginning and finishing wait for another
 * machine, up to ten seconds, and are never to be called while a session is locked.
 *
 * @since 1.3
 */
@ProviderType
public interface OutsideSignIn {

    /** For how many minutes somebody may be away. */
    int MINUTES = 10;

    /**
     * Where browsers come back from a provider, as it has to be registered there; empty until somebody has said at which
     * address the product is.
     *
     * @param provider as in {@link OutsideProvider#ID}
     */
    static Optional<String> back(Settings settings, String provider) {
        String site = settings.get(Settings.ADDRESS, "").strip().replaceAll("/+$", "");
        return site.isEmpty() ? Optional.empty() : Optional.of(site + "/ui/outside/" + provider);
    }

    /**
     * The providers that are set up, by their label; none as long as nobody has said at which address the product is
     * ({@link Settings#ADDRESS}), as they send people back there and nowhere else.
     */
    List<Offer> offered();

    /**
     * Begins a sign-in.
     *
     * @param provider of an {@link Offer}
     * @return to be kept in the session of the browser that goes away, and nowhere else
     * @throws org.sencrm.api.fault.NotFound for a provider that is not offered
     * @throws org.sencrm.api.fault.Unavailable where it cannot be asked now
     */
    Begun begin(String provider);

    /**
     * Ends a sign-in with what the browser came back with.
     *
     * @param begun of that browser, taken out of its session, so that there is no second answer to it
     * @param answer with what it came back
     * @param address of the one who asks, as seen by the server
     * @param through as in {@link Caller#through}
     * @return the caller
     * @throws SecondFactorRequired where all is well and a second factor is due, as after a password
     * @throws SignInUnfinished where the browser was away for too long, or the provider gave no code as the person gave up
     * @throws org.sencrm.api.fault.NotSignedIn where nobody is let in
     * @throws org.sencrm.api.fault.TooManyTries where the address is locked for now
     * @throws org.sencrm.api.fault.Unavailable where the provider cannot be asked now, or says so itself
     */
    Caller finish(Begun begun, Answer answer, String address, String through);

    /**
     * With what a browser came back, whoever made it up.
     *
     * @param state null for none
     * @param code null where the provider gave none
     * @param issuer null for none
     * @param error why there is no code, as the provider says (RFC 6749, 4.1.2.1); null for none
     */
    record Answer(String state, String code, String issuer, String error) {

        /** Tells no secret. */
        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    /** @param label for people */
    record Offer(String provider, String label) {}

    /**
     * A sign-in that began. Secret but for its address.
     *
     * @param address where the browser goes
     * @param verifier of the challenge that the provider was told (PKCE)
     * @param at when it began
     */
    record Begun(String provider, String address, String state, String nonce, String verifier, Instant at) {

        public Begun {
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(nonce, "nonce");
            Objects.requireNonNull(verifier, "verifier");
            Objects.requireNonNull(at, "at");
        }

        /** Whether an answer is the one to this; takes as long whatever it is. @param answered null for none */
        public boolean isAnsweredBy(String answered) {
            return answered != null
                    && MessageDigest.isEqual(
                            state.getBytes(StandardCharsets.UTF_8), answered.getBytes(StandardCharsets.UTF_8));
        }

        /** Tells no secret. */
        @Override
        public String toString() {
            return "Begun[" + provider + ", " + at + "]";
        }
    }
}
