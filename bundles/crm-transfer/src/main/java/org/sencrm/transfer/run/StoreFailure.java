package org.sencrm.transfer.run;

import java.sql.SQLException;

/** The import's own tables could not be read or written; what was in hand was not committed. */
final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String DUPLICATE_KEY = "23505";

    StoreFailure(SQLException cause) {
        super("the tables of imports refused", cause);
    }

    /** Whether the same key is there already. */
    boolean isDuplicate() {
        return getCause() instanceof SQLException refused && DUPLICATE_KEY.equals(refused.getSQLState());
    }
}
