package org.sencrm.core.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sencrm.api.search.Folding;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/**
 * Quick search: every word begins a word of a searchable field, without regard to case and accents. The index answers
 * where it finds few records; where it finds many, looking through the table in the order of the list meets enough of them
 * soon.
 */
public final class QuickSearch {

    /** Up to so many records are asked for by id. */
    public static final int FEW = 2_000;

    private static final int MOST_WORDS = 10;
    private static final int CHUNK = 512;

    private final Matches matches;

    public QuickSearch(Matches matches) {
        this.matches = matches;
    }

    /** The condition; empty where there is no word to look for. */
    public Sql write(Rights rights, StoredType type, String text) {
        List<String> words = Arrays.stream(Folding.fold(text).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty()) {
            return new Sql();
        }
        Set<String> hidden = rights.hidden(type);
        boolean seesAll = type.searchable().stream().map(StoredField::name).noneMatch(hidden::contains);
        if (!seesAll) {
            return hidden.contains(type.label().name()) ? Sql.of("1=0") : inLabel(words);
        }
        long[] found = matches.find(type, String.join(" ", words), FEW + 1);
        return found == null || found.length > FEW ? inSearchText(words) : among(found);
    }

    private static Sql inSearchText(List<String> words) {
        Sql condition = new Sql();
        for (String word : words) {
            condition
                    .add(condition.isEmpty() ? "" : " and ")
                    .add("SEARCH_TEXT like ?" + LikePattern.ESCAPE, "% " + LikePattern.escape(word) + "%");
        }
        return condition;
    }

    /** The text of all fields together would tell something of those that the caller may not read. */
    private static Sql inLabel(List<String> words) {
        Sql condition = new Sql();
        for (String word : words) {
            condition
                    .add(condition.isEmpty() ? "" : " and ")
                    .add(
                            "(LABEL_KEY like ?" + LikePattern.ESCAPE + " or LABEL_KEY like ?" + LikePattern.ESCAPE
                                    + ")",
                            LikePattern.escape(word) + "%",
                            "% " + LikePattern.escape(word) + "%");
        }
        return condition;
    }

    private static Sql among(long[] ids) {
        if (ids.length == 0) {
            return Sql.of("1=0");
        }
        List<Long> all = new ArrayList<>();
        Arrays.stream(ids).forEach(all::add);
        Sql condition = Sql.of("(");
        for (int from = 0; from < all.size(); from += CHUNK) {
            condition
                    .add(from == 0 ? "ID in " : " or ID in ")
                    .list(ColumnType.LONG, all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return condition.add(")");
    }

    /** Asks the index. */
    @FunctionalInterface
    public interface Matches {

        /** At most so many ids; null where there is no index, or it does not know everything yet. */
        long[] find(StoredType type, String text, int limit);
    }
}
