package org.sencrm.api.fault;

/** Something that the caller can understand and act on. The message is meant for people and shown as it is. */
public abstract class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected Fault(String message) {
        super(message);
    }

    protected Fault(String message, Throwable cause) {
        super(message, cause);
    }
}
