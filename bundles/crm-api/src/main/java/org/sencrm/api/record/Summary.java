package org.sencrm.api.record;

import java.util.List;
import java.util.Map;

/**
 * Totals over all records that the caller may see.
 *
 * @param groups choices in their order, members of lists of choices and other groups by falling count; empty groups of
 *     choices are present with zero, records without a value form a group with a null key. No more than were asked for: of more, those with the most
 *     records, and the one with a null key
 * @param total over all records, those of groups that are not among {@code groups} too
 * @param more whether there are groups with records that are not among {@code groups}
 * @param rateDays by measure, how its {@code converted} sums came about: each amount at the rate of the day of its record,
 *     which is that of the first of these fields that has a value. Empty where nothing had to be converted
 */
public record Summary(List<Group> groups, Totals total, boolean more, Map<String, List<String>> rateDays) {

    /**
     * Key of a group that stands for several too small to be told of; see {@link Records#companyTotals}.
     *
     * @since 1.5
     */
    public static final String OTHERS = "*";

    /** All groups that there are, of which nothing is converted. */
    public Summary(List<Group> groups, Totals total) {
        this(groups, total, false, Map.of());
    }

    /**
     * @param key code of a choice, id of a reference as text, or the value as text; null for "none"
     * @param label what people read; empty for "none"
     */
    public record Group(String key, String label, Totals totals) {}

    /**
     * @param count number of records
     * @param measures by measure, e.g. {@code sum:amount}: a {@link java.math.BigDecimal}, or {@link Money}: where all amounts
     *     of the answer are of one currency, in that one, else in the company's. A sum over nothing is zero; other measures
     *     of nothing are null, and so is an amount where all that the group has is in {@code foreign}
     * @param foreign amounts in other currencies by measure, by currency code; empty where there are none
     * @param converted sums of all currencies together, in the company's, by measure: each amount at the rate of the day of
     *     its record ({@link Summary#rateDays}), else the latest before, else the first that there is. Absent where all
     *     amounts of the answer are in the company's currency, and where a currency has no rate
     */
    public record Totals(
            long count, Map<String, Object> measures, Map<String, List<Money>> foreign, Map<String, Money> converted) {

        /** Totals of which nothing is converted. */
        public Totals(long count, Map<String, Object> measures, Map<String, List<Money>> foreign) {
            this(count, measures, foreign, Map.of());
        }
    }
}
