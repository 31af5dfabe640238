package org.sencrm.api.record;

import java.util.List;

/**
 * A question for totals.
 *
 * @param type which records
 * @param group field to group by (of a choice, choices, a reference, yes and no, a date or a short text); null for one total
 *     only. By choices a record is in the group of each of them, and once in the total
 * @param measures {@code count}, {@code sum:field}, {@code min:field}, {@code max:field} or {@code avg:field}
 * @param filter as in {@link Query}
 * @param text as in {@link Query}
 * @param limit most groups of records with a value that come back, those with the most records; what is less than one or
 *     more than {@link #MAX_LIMIT} is taken as one, or as that. Empty groups of a choice field are not counted
 */
public record SummaryQuery(String type, String group, List<String> measures, String filter, String text, int limit) {

    /** More groups than this nobody reads. */
    public static final int MAX_LIMIT = 1_000;

    public SummaryQuery {
        limit = Math.max(1, Math.min(limit, MAX_LIMIT));
    }

    /** As many groups as there may be. */
    public SummaryQuery(String type, String group, List<String> measures, String filter, String text) {
        this(type, group, measures, filter, text, MAX_LIMIT);
    }
}
