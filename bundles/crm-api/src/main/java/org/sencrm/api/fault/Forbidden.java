package org.sencrm.api.fault;

/** The caller may know of it but may not do this with it. */
public class Forbidden extends Fault {

    private static final long serialVersionUID = 1L;

    public Forbidden(String message) {
        super(message);
    }
}
