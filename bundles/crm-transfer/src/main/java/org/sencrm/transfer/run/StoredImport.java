package org.sencrm.transfer.run;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Job;
import org.sencrm.api.transfer.ImportOptions;

/**
 * An import as it is kept.
 *
 * @param id that of its first job: all its changes carry it in the change log
 * @param options complete: nothing is left to guess
 * @param state never {@link Job.State#INTERRUPTED}: what is stored as running and does not run is interrupted
 * @param lastRow number of the last row of the file that is behind it
 * @param problems groups as JSON; null for none
 */
record StoredImport(
        long id,
        String type,
        String fileId,
        String fileName,
        String fileHash,
        ImportOptions options,
        List<String> columns,
        long startedBy,
        Locale language,
        ZoneId zone,
        Job.State state,
        Phase phase,
        long jobId,
        long total,
        long lastRow,
        Counts counts,
        long kept,
        String problems,
        String message) {

    enum Phase {
        /** Going through the file. */
        ROWS,
        /** Going through the rows that waited for a row further down. */
        WAITING,
        /** Taking everything back. */
        UNDO
    }

    /** The one who started it, at work in it. */
    Caller worker() {
        return new Caller(startedBy, language, zone, "import", id);
    }
}
