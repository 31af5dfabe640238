package org.sencrm.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What differs between the databases that the product runs on. */
public enum Dialect {
    DERBY,
    POSTGRESQL;

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.contains("postgresql") ? POSTGRESQL : DERBY;
    }
}
