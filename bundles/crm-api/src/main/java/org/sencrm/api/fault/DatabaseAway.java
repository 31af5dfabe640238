package org.sencrm.api.fault;

/**
 * The database cannot be reached; nothing was done. Thrown where nobody knows who asked, so its message is for the log
 * only: whoever shows it says the same in the language of the one who reads it.
 */
public final class DatabaseAway extends Unavailable {

    private static final long serialVersionUID = 1L;

    public DatabaseAway() {
        super("The database cannot be reached");
    }
}
