package org.sencrm.transfer.export;

import java.io.IOException;
import org.sencrm.api.record.RecordData;

/** Writes one record after the other to a file. */
interface RecordWriter {

    void write(RecordData record) throws IOException;

    /** What was written reaches the stream. */
    void flush() throws IOException;

    /** Completes the file; the stream stays open. */
    void finish() throws IOException;
}
