package org.sencrm.transfer.run;

import java.util.List;
import org.sencrm.transfer.file.Row;

/** Keeps what became of rows, in the same transaction as the records that they became. */
interface Accounting {

    /** Inside the transaction. */
    void store(List<Row> rows, ChunkResult result);

    /** Once it is committed. */
    void committed(List<Row> rows, ChunkResult result);
}
