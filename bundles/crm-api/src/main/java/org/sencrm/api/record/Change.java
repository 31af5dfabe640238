package org.sencrm.api.record;

import java.time.Instant;
import java.util.List;

/**
 * One entry of the change log: who changed what of a record, when and through what. Never altered afterwards.
 *
 * @param id grows with time
 * @param by who; label null where the user is gone
 * @param through {@code ui}, {@code rest}, {@code import}, {@code system} …
 * @param job id of the job that did it; 0 for none
 * @param version of the record after the change
 * @param fields what changed, limited to what the caller may read
 */
public record Change(
        long id,
        Instant at,
        Reference by,
        String through,
        long job,
        Reference record,
        Kind kind,
        long version,
        List<FieldChange> fields) {

    public enum Kind {
        CREATED,
        UPDATED,
        TRASHED,
        RESTORED,
        PURGED
    }

    /** Values are as in {@link RecordData}; null for "not set". */
    public record FieldChange(String field, Object from, Object to) {}
}
