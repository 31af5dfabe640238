package org.sencrm.core.change;

import java.time.Instant;
import java.util.Map;
import org.sencrm.api.record.Change;

/**
 * One row of the change log.
 *
 * @param by id of the user; 0 for the product itself
 * @param job id of the job; 0 for none
 * @param fields by name, what changed, in the form that JSON has it in
 */
public record ChangeEntry(
        long id,
        Instant at,
        long by,
        String through,
        long job,
        String type,
        long recordId,
        Change.Kind kind,
        long version,
        Map<String, Diff> fields) {

    /** The same change, which says this of its fields. */
    public ChangeEntry saying(Map<String, Diff> told) {
        return new ChangeEntry(id, at, by, through, job, type, recordId, kind, version, told);
    }

    /** Null stands for "not set". */
    public record Diff(Object from, Object to) {}
}
