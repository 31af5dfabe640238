package org.sencrm.ui.list;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.record.Query;
import org.sencrm.ui.host.Addresses;

/**
 * What a list or board shows, as it stands in the address. Immutable.
 *
 * @param filter RSQL; empty for all
 * @param sort as in {@link Query}; empty for the usual order
 * @param words quick search; empty for all
 * @param view id of the saved view it began with; empty for none
 * @param columns the fields shown, each perhaps with a width, as {@link ColumnChoice} reads them; empty for the usual ones
 * @param by name of the field by which a list is grouped, or by whose day a calendar shows records; empty for none
 * @param day what a calendar shows: a month such as {@code 2026-11}, or a day for its week; empty for the present month
 */
public record ListState(
        String filter, String sort, String words, String view, List<String> columns, String by, String day) {

    public static final ListState ALL = new ListState("", "", "", "", List.of(), "", "");

    private static final String SORT = "sort";
    private static final String WORDS = "q";
    private static final String VIEW = "view";
    private static final String COLUMNS = "columns";
    private static final String BY = "by";
    private static final String DAY = "day";

    public ListState {
        columns = List.copyOf(columns);
    }

    public static ListState of(Location place) {
        Map<String, List<String>> given = place.getQueryParameters().getParameters();
        return new ListState(
                first(given, Addresses.FILTER),
                first(given, SORT),
                first(given, WORDS),
                first(given, VIEW),
                names(first(given, COLUMNS)),
                first(given, BY),
                first(given, DAY));
    }

    /** The names in a text separated by commas. */
    static List<String> names(String separated) {
        return Arrays.stream(separated.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String first(Map<String, List<String>> given, String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    public QueryParameters parameters() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put(Addresses.FILTER, filter);
        named.put(SORT, sort);
        named.put(WORDS, words);
        named.put(VIEW, view);
        named.put(COLUMNS, String.join(",", columns));
        named.put(BY, by);
        named.put(DAY, day);
        named.values().removeIf(String::isEmpty);
        return QueryParameters.simple(named);
    }

    public ListState filtered(String rsql) {
        return new ListState(rsql, sort, words, view, columns, by, day);
    }

    public ListState sorted(String order) {
        return new ListState(filter, order, words, view, columns, by, day);
    }

    public ListState matching(String typed) {
        return new ListState(filter, sort, typed, view, columns, by, day);
    }

    public ListState showing(List<String> names) {
        return new ListState(filter, sort, words, view, names, by, day);
    }

    public ListState groupedBy(String field) {
        return new ListState(filter, sort, words, view, columns, field, day);
    }

    public ListState showingDay(String shown) {
        return new ListState(filter, sort, words, view, columns, by, shown);
    }

    /** Whether it narrows the list. */
    public boolean isNarrowed() {
        return !filter.isEmpty() || !words.isEmpty();
    }

    /** The question for the records of the type that this state shows. */
    public Query query(String type) {
        return Query.of(type).where(filter).matching(words).sortedBy(sort);
    }

    /** The sort order taken apart, e.g. {@code -amount}, {@code name}. */
    public List<String> sortFields() {
        return new ArrayList<>(names(sort));
    }
}
