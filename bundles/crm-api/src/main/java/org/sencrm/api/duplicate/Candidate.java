package org.sencrm.api.duplicate;

import java.util.List;
import org.sencrm.api.record.RecordData;

/**
 * A record that may be the same as the one described.
 *
 * @param record with its label and the fields that were compared
 * @param score how sure, in percent
 * @param reasons why, the strongest first; never empty
 */
public record Candidate(RecordData record, int score, List<Reason> reasons) {

    /**
     * One field that speaks for it.
     *
     * @param exact whether the values are the same, and not only alike
     * @param weight how much it says, in percent
     */
    public record Reason(String field, boolean exact, int weight) {}
}
