package org.sencrm.modules;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** A database that goes away after so many connections, until it is mended. */
final class FragileDatabase extends EmbeddedDataSource {

    private static final long serialVersionUID = 1L;

    private int left = Integer.MAX_VALUE;

    void breakAfter(int connections) {
        left = connections;
    }

    void mend() {
        left = Integer.MAX_VALUE;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (left == 0) {
            throw new SQLException("the database is away");
        }
        left--;
        return super.getConnection();
    }
}
