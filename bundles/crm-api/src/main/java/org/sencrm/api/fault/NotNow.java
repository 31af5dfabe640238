package org.sencrm.api.fault;

/** It cannot be done in the present state, such as a second import of a file that is being imported. */
public class NotNow extends Fault {

    private static final long serialVersionUID = 1L;

    public NotNow(String message) {
        super(message);
    }
}
