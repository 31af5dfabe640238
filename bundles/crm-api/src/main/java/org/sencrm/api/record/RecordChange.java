package org.sencrm.api.record;

import java.util.Set;
import org.sencrm.api.access.Caller;

/**
 * What {@link RecordListener}s are told of a committed change.
 *
 * @param changeId id of the change log entry
 * @param caller who did it
 * @param fields names of the fields that changed; all that are set for a new record
 */
public record RecordChange(
        long changeId, String type, long id, long version, Change.Kind kind, Caller caller, Set<String> fields) {}
