package org.sencrm.api.duplicate;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordData;

/**
 * Finds records that may be one and the same, makes one of two, and takes that back. All of it with the rights of the
 * caller and with the faults of {@link org.sencrm.api.record.Records}. Thread safe.
 */
@ProviderType
public interface Duplicates {

    /** Names of the fields of the type from which one can tell that two records are one, as far as the caller reads them. */
    List<String> comparedFields(Caller caller, String type);

    /**
     * Records that may be the one with these values, surest first; at most twenty.
     *
     * @param values by names of {@link #comparedFields}; empty ones do not count, and at least one is needed
     */
    List<Candidate> find(Caller caller, String type, Map<String, String> values);

    /** As {@link #find}, with the values of a record, which is not among what is found; none where it has no values. */
    List<Candidate> ofRecord(Caller caller, String type, long id);

    /**
     * Makes one record of two, all of it or nothing. The one that stays takes the values chosen and fills what it lacks;
     * what points to the other points to it; the other goes to the trash. The caller needs the right to change the one
     * and to delete the other, and to change whatever points to the other: a merge never leaves a pointer behind that
     * the caller cannot see. In the change log a merge counts as a job of its own.
     *
     * @param staying id of the record that stays
     * @param going id of the other
     * @param choices by field, whose value is kept
     * @return the one that stays, as it is then
     * @throws org.sencrm.api.fault.NotNow where more points to the other than one transaction can bear
     */
    RecordData merge(Caller caller, String type, long staying, long going, Map<String, Side> choices);

    /**
     * Whether there is a merge in which this record stayed or went and that {@link #unmerge} could take back; false for a
     * record that the caller may not see.
     */
    default boolean isMerged(Caller caller, String type, long id) {
        return false;
    }

    /**
     * Takes back the newest merge in which this record stayed or went, all of it or nothing: the other is back with its
     * values, fields and pointers are as they were, but for what somebody changed since. The caller needs the rights that
     * the merge needed. Fields are put back whether or not the caller may read them, as they were before.
     *
     * @param id of the record that stayed, or of the one in the trash
     * @throws org.sencrm.api.fault.NotNow where there is no merge to take back
     * @throws org.sencrm.api.fault.InvalidRecord where another record took a value that no two may share
     */
    Unmerged unmerge(Caller caller, String type, long id);
}
