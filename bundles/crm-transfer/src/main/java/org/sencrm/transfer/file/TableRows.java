package org.sencrm.transfer.file;

import java.util.Iterator;
import java.util.List;

/**
 * The rows of a table, read one after the other. Blank rows are passed over but counted. Throws {@link UnreadableFile}
 * where the file breaks off or goes over a limit.
 */
public interface TableRows extends Iterator<Row>, AutoCloseable {

    /** Names of the columns: never blank, each only once. */
    List<String> header();

    @Override
    void close();
}
