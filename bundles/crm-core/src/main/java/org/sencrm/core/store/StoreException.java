package org.sencrm.core.store;

/** The database refused a statement: an error of ours, told to nobody outside in its own words. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** SQLSTATE of the cause; empty where it has none. */
    public String state() {
        return getCause() instanceof java.sql.SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }

    /** Whether the database gave up this transaction for another one; the same may well succeed at the next try. */
    public boolean isDeadlock() {
        return state().startsWith("40");
    }

    /** Whether a unique constraint was hurt. */
    public boolean isDuplicate() {
        return "23505".equals(state());
    }
}
