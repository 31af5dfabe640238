package org.sencrm.transfer.run;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The module's own tables. Work inside the transaction of the thread joins it; otherwise each statement stands alone. */
final class Tables {

    private final DataSource source;

    Tables(DataSource source) {
        this.source = source;
    }

    /** Work with a connection, which is not to be kept. */
    @FunctionalInterface
    interface Task<T> {
        T run(Connection connection) throws SQLException;
    }

    /** @throws StoreFailure where the database refuses or is away */
    <T> T with(Task<T> task) {
        try (Connection connection = source.getConnection()) {
            return task.run(connection);
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }
}
