package org.sencrm.modules.pack;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the names of a module's tables begin, by which the product knows whose a table is. */
public final class TableWord {

    private static final String OURS = "crm-";
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** How the tables of the platform begin. */
    private static final List<String> PLATFORM =
            List.of("CORE_", "CRM_", "SEARCH_", "TRANSFER_", "REST_", "UI_", "MODULES_");

    private TableWord() {}

    /** {@code crm-sales} has the tables {@code SALES_…}. */
    public static String of(String module) {
        String word = module.startsWith(OURS) ? module.substring(OURS.length()) : module;
        return word.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
    }

    /** Whether the module's word leaves the tables of the platform alone. */
    public static boolean isFree(String module) {
        return !isOfPlatform(of(module))
                && PLATFORM.stream()
                        .map(word -> OURS + word.replace("_", ""))
                        .noneMatch(part -> shareHistory(part, module));
    }

    /** Whether the two modules would have tables in common, or the history of how far their changelogs have run. */
    public static boolean clash(String one, String other) {
        return of(one).equals(of(other)) || shareHistory(one, other);
    }

    /** A history has the letters and digits of the id for a name; the other one of its two tables has {@code LOCK} before. */
    private static boolean shareHistory(String one, String other) {
        String first = letters(one);
        String second = letters(other);
        return first.equals(second) || first.equals("LOCK" + second) || second.equals("LOCK" + first);
    }

    private static String letters(String module) {
        return module.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /**
     * Whether a table is the module's own: it begins with its word, and not with the longer word of another module.
     *
     * @param others ids of other modules
     */
    static boolean isOwn(String table, String module, Collection<String> others) {
        String name = table.toUpperCase(Locale.ROOT);
        String word = of(module);
        return NAME.matcher(name).matches()
                && name.startsWith(word)
                && !isOfPlatform(name)
                && others.stream()
                        .map(TableWord::of)
                        .noneMatch(other -> other.startsWith(word) && !other.equals(word) && name.startsWith(other));
    }

    private static boolean isOfPlatform(String name) {
        return PLATFORM.stream().anyMatch(name::startsWith);
    }
}
