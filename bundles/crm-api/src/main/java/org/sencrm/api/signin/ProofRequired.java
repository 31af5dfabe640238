package org.sencrm.api.signin;

import org.sencrm.api.fault.Forbidden;

/**
 * The caller may do this, and has to prove anew who they are first: by {@link Proofs#prove}, after which the same call goes
 * through. The screens ask for it and call again. Only callers at a browser meet it.
 *
 * @since 1.1
 */
public final class ProofRequired extends Forbidden {

    private static final long serialVersionUID = 1L;

    public ProofRequired(String message) {
        super(message);
    }
}
