package org.sencrm.ui.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Rsql;

/**
 * One comparison of a filter.
 *
 * @param field name of a field, or the path to one, as {@link FieldPaths} knows it
 * @param values as they travel: codes, ids, plain numbers, ISO dates and times, words for periods
 */
record Condition(String field, Operator operator, List<String> values) {

    private static final Pattern COMPARISON = Pattern.compile(
            "([A-Za-z][A-Za-z0-9_]*(?:\\.[A-Za-z][A-Za-z0-9_]*)?)\\s*(==|!=|>=|<=|>|<|=[a-z]+=)\\s*(.+)",
            Pattern.DOTALL);
    private static final Pattern VALUE =
            Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|[^\"'()=!~<>;, ]+)\\s*(,|$)");

    public Condition {
        values = List.copyOf(values);
    }

    /** The comparison in RSQL; no value is ever read as syntax. */
    String rsql() {
        String first = values.isEmpty() ? "" : values.get(0);
        return switch (operator) {
            case CONTAINS -> field + "==" + Rsql.quote("*" + literal(first) + "*");
            case BEGINS -> field + "==" + Rsql.quote(literal(first) + "*");
            case EQUALS -> Rsql.equal(field, first);
            case DIFFERS -> field + "!=" + Rsql.quote(literal(first));
            case MORE -> field + "=gt=" + Rsql.quote(first);
            case AT_LEAST -> field + "=ge=" + Rsql.quote(first);
            case LESS -> field + "=lt=" + Rsql.quote(first);
            case AT_MOST -> field + "=le=" + Rsql.quote(first);
            case ANY_OF -> Rsql.in(field, values);
            case NONE_OF -> Rsql.in(field, values).replaceFirst("=in=", "=out=");
            case DURING -> field + "=during=" + Rsql.quote(first);
            case EMPTY -> field + "=isnull=true";
            case FILLED -> field + "=isnull=false";
        };
    }

    private static String literal(String value) {
        return value.replace("*", "\\*");
    }

    /** Reads one comparison of a field; empty where the text is something else. */
    static Optional<Condition> parse(String rsql, FieldPaths fields) {
        Matcher comparison = COMPARISON.matcher(rsql.strip());
        if (!comparison.matches()) {
            return Optional.empty();
        }
        Optional<FieldPath> field = fields.find(comparison.group(1));
        Optional<List<String>> values = values(comparison.group(3).strip());
        if (field.isEmpty() || values.isEmpty()) {
            return Optional.empty();
        }
        return read(field.get().selector(), field.get().field(), comparison.group(2), values.get());
    }

    private static Optional<Condition> read(String name, Field field, String sign, List<String> values) {
        String first = values.get(0);
        Condition condition = switch (sign) {
            case "==" -> equality(name, field, first);
            case "!=" ->
                isChosen(field)
                        ? new Condition(name, Operator.NONE_OF, values)
                        : new Condition(name, Operator.DIFFERS, List.of(unescaped(first)));
            case "=gt=", ">" -> new Condition(name, Operator.MORE, values);
            case "=ge=", ">=" -> new Condition(name, Operator.AT_LEAST, values);
            case "=lt=", "<" -> new Condition(name, Operator.LESS, values);
            case "=le=", "<=" -> new Condition(name, Operator.AT_MOST, values);
            case "=in=" -> new Condition(name, Operator.ANY_OF, values);
            case "=out=" -> new Condition(name, Operator.NONE_OF, values);
            case "=during=" -> new Condition(name, Operator.DURING, values);
            case "=isnull=" -> new Condition(name, "true".equals(first) ? Operator.EMPTY : Operator.FILLED, List.of());
            default -> null;
        };
        return Optional.ofNullable(condition);
    }

    private static Condition equality(String name, Field field, String value) {
        if (isChosen(field)) {
            return new Condition(name, Operator.ANY_OF, List.of(value));
        }
        boolean open = value.endsWith("*") && !value.endsWith("\\*") && value.length() > 1;
        if (open && value.startsWith("*")) {
            String inner = value.substring(1, value.length() - 1);
            return new Condition(name, Operator.CONTAINS, List.of(unescaped(inner)));
        }
        return open
                ? new Condition(name, Operator.BEGINS, List.of(unescaped(value.substring(0, value.length() - 1))))
                : new Condition(name, Operator.EQUALS, List.of(unescaped(value)));
    }

    private static boolean isChosen(Field field) {
        FieldKind kind = field.kind();
        return kind == FieldKind.CHOICE
                || kind == FieldKind.CHOICES
                || kind == FieldKind.REFERENCE
                || kind == FieldKind.REFERENCES;
    }

    private static String unescaped(String value) {
        return value.replace("\\*", "*");
    }

    private static Optional<List<String>> values(String written) {
        boolean several = written.startsWith("(") && written.endsWith(")");
        Matcher value = VALUE.matcher(several ? written.substring(1, written.length() - 1) : written);
        List<String> values = new ArrayList<>();
        int end = 0;
        while (value.find() && value.start() == end) {
            values.add(unquoted(value.group(1)));
            end = value.end();
            if (value.group(2).isEmpty()) {
                break;
            }
        }
        boolean whole = end == written.length() - (several ? 2 : 0);
        return whole && !values.isEmpty() && (several || values.size() == 1) ? Optional.of(values) : Optional.empty();
    }

    private static String unquoted(String token) {
        if (!token.startsWith("\"") && !token.startsWith("'")) {
            return token;
        }
        return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
