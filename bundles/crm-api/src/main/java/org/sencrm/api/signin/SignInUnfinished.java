package org.sencrm.api.signin;

import org.sencrm.api.fault.NotSignedIn;

/**
 * Somebody came back from an {@link OutsideProvider} without having said there who it is, or too late. Nothing was guessed, so it
 * counts for nobody.
 *
 * @since 1.3
 */
public final class SignInUnfinished extends NotSignedIn {

    private static final long serialVersionUID = 1L;

    public SignInUnfinished(String message) {
        super(message);
    }
}
