package org.sencrm.api.fault;

/** Nobody is signed in, or the credentials do not fit. */
public class NotSignedIn extends Fault {

    private static final long serialVersionUID = 1L;

    public NotSignedIn(String message) {
        super(message);
    }
}
