package org.sencrm.api.fault;

/** The database or another part is away for now; nothing was done. */
public class Unavailable extends Fault {

    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
        super(message);
    }
}
