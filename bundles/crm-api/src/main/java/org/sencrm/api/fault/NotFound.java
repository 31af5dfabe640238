package org.sencrm.api.fault;

/** There is no such thing, or the caller may not know that there is. */
public class NotFound extends Fault {

    private static final long serialVersionUID = 1L;

    public NotFound(String message) {
        super(message);
    }
}
