package org.sencrm.api.transfer;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Job;

/**
 * Brings records in from a file, row by row through {@link org.sencrm.api.record.Records}, so with the caller's rights
 * and every rule on. An import commits in chunks together with its own position: killed at any point it goes on where it
 * was, and no row is half-written or doubled. An import is seen by the one who started it and by administrators.
 */
@ProviderType
public interface Imports {

    /**
     * Takes the file in. It is kept under its content hash until the import is forgotten.
     *
     * @return id of the file for the calls below
     * @throws org.sencrm.api.fault.InvalidRequest where it is empty or over the limit of size
     */
    String upload(Caller caller, String fileName, InputStream content);

    /** What the file looks like and how it would be mapped; reads only its beginning. */
    Preview preview(Caller caller, String type, String fileId, ImportOptions options);

    /**
     * Starts the import, or its dry run.
     *
     * @throws org.sencrm.api.fault.NotNow where the same file is being imported into the type now
     */
    Status start(Caller caller, String type, String fileId, ImportOptions options);

    Status status(Caller caller, long id);

    /** The caller's imports, newest first. */
    List<Status> list(Caller caller, int limit);

    /** Rows that failed, as CSV: the row's own columns plus {@code row, column, code, message}. */
    void errors(Caller caller, long id, OutputStream csv);

    Status cancel(Caller caller, long id);

    /** Goes on with an interrupted or cancelled import. */
    Status resume(Caller caller, long id);

    /** Takes back what the import did: created records go, updated ones get their old values where nobody changed them since. */
    Status undo(Caller caller, long id);

    /**
     * The {@link ImportProfile}s that are there now, by label, for types into which the caller may import.
     *
     * @param type only those for this type; null for all
     */
    default List<Profile> profiles(Caller caller, String type) {
        return List.of();
    }

    /**
     * A profile.
     *
     * @param label in the caller's language
     * @param recognisedBy columns that a header has to have; empty where it is used by name only
     * @param key field by which rows find the record they update; null for none
     */
    record Profile(String name, String label, String type, List<String> recognisedBy, String key) {}

    /**
     * @param encoding as found or given
     * @param columns header of the file
     * @param rows the first rows, each as long as the header
     * @param map column by field, guessed or given
     * @param key proposed key field; null for none
     * @param dateFormat as found or given; null where no date column is mapped or it is ambiguous
     * @param value replacements by column, given and of the profile that is used; never null
     * @param profile the one that is named, else one that recognises the file, also where {@link ImportOptions#profile} is
     *     empty and it is not used; null for none
     */
    record Preview(
            String fileName,
            String encoding,
            String delimiter,
            List<String> sheets,
            List<String> columns,
            List<List<String>> rows,
            Map<String, String> map,
            String key,
            String dateFormat,
            Map<String, Map<String, String>> value,
            Profile profile) {

        public Preview {
            value = value == null ? Map.of() : value;
        }

        /** Of a file that no profile is known for, read without replacements. */
        public Preview(
                String fileName,
                String encoding,
                String delimiter,
                List<String> sheets,
                List<String> columns,
                List<List<String>> rows,
                Map<String, String> map,
                String key,
                String dateFormat) {
            this(fileName, encoding, delimiter, sheets, columns, rows, map, key, dateFormat, Map.of(), null);
        }
    }

    /**
     * @param created rows that became (in a dry run: would become) a new record; likewise the other numbers
     * @param problems groups of a dry run and of what failed; empty where all is well
     * @param message why the whole import failed; null otherwise
     */
    record Status(
            long id,
            Job.State state,
            String type,
            String fileName,
            boolean dryRun,
            long total,
            long done,
            long created,
            long updated,
            long skipped,
            long failed,
            List<Problem> problems,
            String message) {}

    /**
     * Rows with the same trouble.
     *
     * @param code as in {@link org.sencrm.api.fault.FieldError#code}
     * @param column of the file; null for the row as a whole
     * @param value that does not fit; null where each row has another
     * @param count number of rows
     * @param suggestion value that would fit; null for none
     * @param message for people
     * @param blocking whether these rows fail; false for a notice (a column left empty, a date format found out)
     * @param row number of the first such row of the file, whose header is row 1; 0 where it is no trouble of rows
     */
    record Problem(
            String code,
            String column,
            String value,
            long count,
            String suggestion,
            String message,
            boolean blocking,
            long row) {

        /** One that is no trouble of single rows. */
        public Problem(
                String code,
                String column,
                String value,
                long count,
                String suggestion,
                String message,
                boolean blocking) {
            this(code, column, value, count, suggestion, message, blocking, 0);
        }
    }
}
