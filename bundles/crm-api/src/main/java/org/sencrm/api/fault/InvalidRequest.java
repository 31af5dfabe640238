package org.sencrm.api.fault;

/** The question itself makes no sense: an unknown field, a broken filter, a cursor of another list. */
public class InvalidRequest extends Fault {

    private static final long serialVersionUID = 1L;

    public InvalidRequest(String message) {
        super(message);
    }
}
