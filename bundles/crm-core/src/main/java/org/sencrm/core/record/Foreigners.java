package org.sencrm.core.record;

/**
 * How many of the records behind a figure are neither the caller's to read nor made by the caller, and whose they are: the
 * smallest and the largest id of their owners tell whether there are two, also of several groups together.
 *
 * @param first null where nobody owns any
 * @param last null where nobody owns any
 */
record Foreigners(long count, Long first, Long last) {

    static final Foreigners NONE = new Foreigners(0, null, null);

    Foreigners and(Foreigners other) {
        return new Foreigners(
                count + other.count,
                first == null || other.first != null && other.first < first ? other.first : first,
                last == null || other.last != null && other.last > last ? other.last : last);
    }

    /** Whether a figure over them tells of none of them: there are none, or enough of them, of two owners at least. */
    boolean isSafe(int fewest) {
        return count == 0 || count >= fewest && first != null && !first.equals(last);
    }
}
