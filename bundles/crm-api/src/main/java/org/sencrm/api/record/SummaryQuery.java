package org.sencrm.api.record;

import java.util.List;

/**
 * A question for totals.
 *
 * @param type which records
 * @param group field to group by (a choice, reference, boolean or date field); null for one total only
 * @param measures {@code count}, {@code sum:field}, {@code min:field}, {@code max:field} or {@code avg:field}
 * @param filter as in {@link Query}
 * @param text as in {@link Query}
 */
public record SummaryQuery(String type, String group, List<String> measures, String filter, String text) {}
