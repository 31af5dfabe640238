package org.sencrm.cli;

/** The words of the command are off; the message says which. */
final class BadUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadUsage(String message) {
        super(message);
    }
}
