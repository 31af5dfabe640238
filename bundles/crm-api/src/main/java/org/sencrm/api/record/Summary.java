package org.sencrm.api.record;

import java.util.List;
import java.util.Map;

/**
 * Totals over all records that the caller may see.
 *
 * @param groups choices in their order, other groups by falling count; empty groups of a choice field are present with
 *     zero, records without a value form a group with a null key
 * @param total over all groups
 */
public record Summary(List<Group> groups, Totals total) {

    /**
     * @param key code of a choice, id of a reference as text, or the value as text; null for "none"
     * @param label what people read; empty for "none"
     */
    public record Group(String key, String label, Totals totals) {}

    /**
     * @param count number of records
     * @param measures by measure, e.g. {@code sum:amount}: {@link Money} in the company's currency or a
     *     {@link java.math.BigDecimal}; a sum over nothing is zero, other measures of nothing
     *     and sums that are all foreign are null
     * @param foreign sums in other currencies by measure; empty where there are none
     */
    public record Totals(long count, Map<String, Object> measures, Map<String, List<Money>> foreign) {}
}
