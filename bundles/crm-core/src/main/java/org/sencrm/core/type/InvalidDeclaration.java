package org.sencrm.core.type;

/** An entity that declares a record type in a way that the engine cannot use; the message tells its author what to mend. */
final class InvalidDeclaration extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidDeclaration(String message) {
        super(message);
    }
}
