package org.sencrm.api.record;

import java.util.List;
import java.util.Objects;

/**
 * A question for a list of records. Immutable: each method gives a new one.
 *
 * @param type which records
 * @param filter RSQL, e.g. {@code stage==Won;amount=gt=1000}; empty for all
 * @param text quick search: every word must begin a word of a searchable field, without regard to case and accents; empty
 *     for all
 * @param sort field names separated by commas, {@code -} before one for descending; empty for newest first
 * @param fields which fields to read; empty for all
 * @param limit how many at most, 1 to 500
 * @param cursor the {@link Page#next} of the page before; null for the first page
 * @param trashed whether to look in the trash instead of among the living
 */
public record Query(
        String type,
        String filter,
        String text,
        String sort,
        List<String> fields,
        int limit,
        String cursor,
        boolean trashed) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    public Query {
        Objects.requireNonNull(type, "type");
        filter = filter == null ? "" : filter.trim();
        text = text == null ? "" : text.trim();
        sort = sort == null ? "" : sort.trim();
        fields = List.copyOf(fields);
    }

    /** All records of a type, newest first, with all fields. */
    public static Query of(String type) {
        return new Query(type, "", "", "", List.of(), DEFAULT_LIMIT, null, false);
    }

    /** Adds a condition to those already there. */
    public Query where(String rsql) {
        String added = rsql == null ? "" : rsql.trim();
        String both = filter.isEmpty() ? added : added.isEmpty() ? filter : "(" + filter + ");(" + added + ")";
        return new Query(type, both, text, sort, fields, limit, cursor, trashed);
    }

    public Query matching(String words) {
        return new Query(type, filter, words, sort, fields, limit, cursor, trashed);
    }

    public Query sortedBy(String order) {
        return new Query(type, filter, text, order, fields, limit, cursor, trashed);
    }

    public Query reading(List<String> names) {
        return new Query(type, filter, text, sort, names, limit, cursor, trashed);
    }

    public Query reading(String... names) {
        return reading(List.of(names));
    }

    public Query limitedTo(int count) {
        return new Query(type, filter, text, sort, fields, count, cursor, trashed);
    }

    public Query after(String next) {
        return new Query(type, filter, text, sort, fields, limit, next, trashed);
    }

    public Query inTrash() {
        return new Query(type, filter, text, sort, fields, limit, cursor, true);
    }
}
