package org.sencrm.cli;

/** The system said no; the message is what it said. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
