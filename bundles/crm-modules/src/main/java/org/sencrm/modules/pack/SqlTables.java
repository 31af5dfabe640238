package org.sencrm.modules.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables that plain SQL of a changelog changes. Understands the few statements that a changelog has use for, and says so
 * of any other, so that nothing passes unread.
 */
final class SqlTables {

    /** A comment, a text, a name in quotes, a word, or any other sign. */
    private static final Pattern TOKEN = Pattern.compile(
            "--[^\\n\\r]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"[^\"]+\"|[A-Za-z_][A-Za-z0-9_]*|\\S", Pattern.DOTALL);
    /** Signs behind which SQL may hide that is read only later: parameters, texts in dollars, escapes. */
    private static final Pattern HIDING = Pattern.compile("[$\\\\]");

    private static final Set<String> SKIPPED = Set.of("IF", "NOT", "EXISTS", "ONLY");
    private static final Set<String> BEFORE_NO_UPDATE = Set.of("FOR", "DO", "ON");
    private static final Set<String> HEADS = Set.of(
            "INSERT INTO",
            "DELETE FROM",
            "CREATE TABLE",
            "CREATE INDEX",
            "CREATE UNIQUE",
            "ALTER TABLE",
            "DROP TABLE",
            "TRUNCATE TABLE");
    private static final Set<String> LISTS = Set.of("DROP TABLE", "TRUNCATE TABLE");

    /** Numbers that the database counts by itself. */
    private static final Set<String> COUNTED = Set.of("IDENTITY", "SERIAL", "BIGSERIAL", "SMALLSERIAL", "NEXTVAL");

    private final List<String> words;
    private final TablePointers pointers;
    private final Set<String> tables = new TreeSet<>();

    private SqlTables(List<String> words, TablePointers pointers) {
        this.words = words;
        this.pointers = pointers;
    }

    /** SQL whose tables cannot be told, or which makes more than tables. */
    static final class Unclear extends Exception {

        private static final long serialVersionUID = 1L;

        private final String key;

        Unclear() {
            this("pack.table.unclear");
        }

        /** @param key of the message with the reason */
        Unclear(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /**
     * Names in capitals.
     *
     * @param pointers learns which table refers to which
     */
    static Set<String> of(String sql, TablePointers pointers) throws Unclear {
        if (HIDING.matcher(sql).find()) {
            throw new Unclear();
        }
        Set<String> tables = new TreeSet<>();
        List<String> statement = new ArrayList<>();
        Matcher token = TOKEN.matcher(sql + ";");
        while (token.find()) {
            String word = token.group();
            if (word.equals(";")) {
                if (!statement.isEmpty()) {
                    tables.addAll(new SqlTables(statement, pointers).read());
                }
                statement = new ArrayList<>();
            } else if (word.startsWith("/*") && word.indexOf("/*", 1) > 0) {
                // one database takes it as one comment, another one as two
                throw new Unclear();
            } else if (!word.startsWith("--") && !word.startsWith("/*")) {
                statement.add(word.toUpperCase(Locale.ROOT));
            }
        }
        return tables;
    }

    private Set<String> read() throws Unclear {
        String head = word(0) + " " + word(1);
        if (!HEADS.contains(head) && !word(0).equals("UPDATE")) {
            throw new Unclear();
        }
        if (words.stream().anyMatch(COUNTED::contains)) {
            throw new Unclear(TablePointers.NOT_ONLY_TABLES);
        }
        String own = null;
        boolean index = word(0).equals("CREATE") && !word(1).equals("TABLE");
        for (int i = 0; i < words.size(); i++) {
            switch (word(i)) {
                case "TABLE" -> own = name(i + 1);
                case "REFERENCES" -> pointers.add(own, name(i + 1));
                case "INSERT" -> after(i, "INTO");
                case "DELETE" -> {
                    if (i == 0 || !word(i - 1).equals("ON")) {
                        after(i, "FROM");
                    }
                }
                case "UPDATE" -> {
                    if (i == 0 || !BEFORE_NO_UPDATE.contains(word(i - 1))) {
                        name(i + 1);
                    }
                }
                case "RENAME" -> {
                    if (word(i + 1).equals("TO")) {
                        name(i + 2);
                    }
                }
                case "ON" -> {
                    if (index) {
                        name(i + 1);
                    }
                }
                case "MERGE", "EXECUTE", "CALL" -> throw new Unclear();
                default -> {}
            }
        }
        if (tables.isEmpty() || (LISTS.contains(head) && words.contains(","))) {
            throw new Unclear();
        }
        return tables;
    }

    private void after(int verb, String expected) throws Unclear {
        if (!word(verb + 1).equals(expected)) {
            throw new Unclear();
        }
        name(verb + 2);
    }

    /** Takes the name that begins there; of one with a schema the last part. */
    private String name(int start) throws Unclear {
        int at = start;
        while (SKIPPED.contains(word(at))) {
            at++;
        }
        while (word(at + 1).equals(".")) {
            at += 2;
        }
        String name = word(at).replace("\"", "");
        if (name.isEmpty()) {
            throw new Unclear();
        }
        tables.add(name);
        return name;
    }

    private String word(int at) {
        return at < words.size() ? words.get(at) : "";
    }
}
