package org.sencrm.api.fault;

/** More than may be stored: one thing is larger than allowed, or what is stored in all would be. Nothing was stored. */
public class TooLarge extends Fault {

    private static final long serialVersionUID = 1L;

    public TooLarge(String message) {
        super(message);
    }
}
