package org.sencrm.api.signin;

import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A provider outside the product at which people sign in with their browser and come back, such as one that speaks OpenID
 * Connect; published as a service with the property {@link #ID}. It says where the browser goes and judges with what it comes
 * back, and keeps nothing in between: that is the product's, in the session of that very browser. Everything else stays with
 * the product, too: networks, second factors, users who are switched off, history.
 *
 * <p>Called on any thread, several at once, through the guard, outside of transactions. While none is there, nobody is offered
 * to sign in that way.
 *
 * @since 1.3
 */
@ConsumerType
public interface OutsideProvider {

    /** Service property: lower case word, at most 40 characters, unique in the product; it is part of an address. */
    String ID = "crm.outsideProvider";

    /** What people call it, as it stands on the button; empty as long as it is not set up. Asked for each sign-in page. */
    Optional<String> label();

    /**
     * Where the browser goes.
     *
     * @return an address of the provider with all that it has to be told
     * @throws org.sencrm.api.fault.Unavailable where the provider cannot be asked now; its message is for the log
     */
    String departure(Departure departure);

    /**
     * Who came back.
     *
     * @return empty where what came proves nothing; the log is told why, without the code and without anything of the person
     * @throws org.sencrm.api.fault.Unavailable where the provider cannot be asked now; its message is for the log
     */
    Optional<OutsideIdentity> arrival(Arrival arrival);

    /**
     * With what a browser leaves.
     *
     * @param back where the provider sends it back to, the same for everybody
     * @param state comes back as it is
     * @param nonce stands in what the provider signs
     * @param challenge SHA-256 of the verifier in base64url (PKCE, method {@code S256})
     */
    record Departure(String back, String state, String nonce, String challenge) {

        public Departure {
            Objects.requireNonNull(back, "back");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(nonce, "nonce");
            Objects.requireNonNull(challenge, "challenge");
        }
    }

    /**
     * With what a browser came back, whose state was found right.
     *
     * @param back as at the departure
     * @param code as the provider gave it; not empty
     * @param issuer which provider says so, where the answer tells (RFC 9207); null where it does not
     * @param nonce as at the departure
     * @param verifier to the challenge of the departure
     */
    record Arrival(String back, String code, String issuer, String nonce, String verifier) {

        public Arrival {
            Objects.requireNonNull(back, "back");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(nonce, "nonce");
            Objects.requireNonNull(verifier, "verifier");
        }

        /** Tells no secret. */
        @Override
        public String toString() {
            return "Arrival[" + back + "]";
        }
    }
}
