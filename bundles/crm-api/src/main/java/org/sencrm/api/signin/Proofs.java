package org.sencrm.api.signin;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * How people at a browser prove anew who they are before they do something dangerous, see {@link
 * org.sencrm.api.access.NeedsProof}. Thread safe; a proof by password takes a few hundred milliseconds by design.
 *
 * @since 1.1
 */
@ProviderType
public interface Proofs {

    /** Setting of the installation: for how many minutes a proof is good; 10 unless set, 1 to 1,440. */
    String MINUTES = "signIn.proofMinutes";

    /** What {@link #MINUTES} is until somebody decides. */
    int USUAL_MINUTES = 10;

    /** A proof by the caller's own password, beside the kinds of second factors. */
    String PASSWORD = "password";

    /** By what the caller can prove it now, the strongest first: the own second factors, and always the password. */
    List<String> kinds(Caller caller);

    /**
     * Proves anew who sits at the caller's browser. Wrong tries count for the lock of the name, as at the sign-in.
     *
     * @param kind one of {@link #kinds}
     * @param answer the password, or an answer of that second factor; overwritten
     * @throws org.sencrm.api.fault.NotSignedIn for one that is wrong
     * @throws org.sencrm.api.fault.TooManyTries where the name is locked for now
     */
    void prove(Caller caller, String kind, char[] answer);
}
