package org.sencrm.rest.duplicate;

import java.util.List;
import org.sencrm.api.record.RecordData;

/**
 * A record that may be the same as the one described.
 *
 * @param score how sure, in percent
 * @param reasons why, the strongest first; never empty
 */
record Candidate(RecordData record, int score, List<Reason> reasons) {

    /**
     * One field that speaks for it.
     *
     * @param exact whether the values are the same, and not only alike
     * @param weight how much it says, in percent
     */
    record Reason(String field, boolean exact, int weight) {

        String code() {
            return exact ? "same" : "alike";
        }
    }

    /** Independent reasons add up: two that are each right half of the time leave a quarter of doubt. */
    static Candidate of(RecordData record, List<Reason> reasons) {
        double doubt = 1;
        for (Reason reason : reasons) {
            doubt *= 1 - reason.weight() / 100.0;
        }
        return new Candidate(record, (int) Math.round(100 * (1 - doubt)), reasons);
    }
}
