package org.sencrm.bench;

import java.sql.SQLException;

/** The least that a page of 50 records in the order of their names costs: plain JDBC, an index for the order. */
interface Pages {

    /** The first page; how many cells were read. */
    int first() throws SQLException;

    /** The page that follows a name in the middle. */
    int deep() throws SQLException;
}
