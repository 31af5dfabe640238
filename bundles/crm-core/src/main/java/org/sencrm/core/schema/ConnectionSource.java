package org.sencrm.core.schema;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the connections to one database come from: a data source while the product runs, the driver itself in its build. */
interface ConnectionSource {

    /** A new connection, which the caller closes. */
    Connection getConnection() throws SQLException;
}
