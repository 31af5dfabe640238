package org.sencrm.transfer.run;

/** The import is no longer what this thread took it for: cancelled, or gone on with elsewhere. Undoes the chunk in hand. */
final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Overtaken() {
        super("the import was stopped or goes on elsewhere");
    }
}
