package org.sencrm.core.filter;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.value.PlainText;

/**
 * Compares text. A pattern with stars knows no case, and on the field that names a record no accents either; without
 * stars the name is compared without regard to case, other text as it is, so that an index serves.
 */
final class TextComparison {

    /**
     * Holds for every text. Leads Derby to the index of the column, where it looks each value up; a plan that was made
     * while the table was empty would else compare every record with every value for ever.
     */
    private static final String WHOLE_RANGE = ">='' and ";

    private final StoredField field;
    private final boolean label;
    private final String column;
    private final boolean unlimited;

    TextComparison(StoredType type, StoredField field) {
        this.field = field;
        this.label = type.isLabel(field);
        this.column = field.column().name();
        this.unlimited = field.column().length() == 0;
    }

    /** Whether the condition has lists of texts in it, so that an index of a text serves best. */
    static boolean hasList(Sql condition) {
        return condition.toString().contains(WHOLE_RANGE);
    }

    Sql write(Operator operator, List<String> values) {
        if (operator.isList()) {
            return among(operator, values);
        }
        if (unlimited && !operator.isEquality()) {
            throw new UnsuitableOperator();
        }
        String value = values.get(0);
        LikePattern pattern = LikePattern.of(value, label ? Keys::label : lower());
        if (operator.isEquality() && (pattern.wild() || unlimited)) {
            return like(operator == Operator.EQUAL, pattern, value);
        }
        String plain = operator.isEquality() ? PlainText.lines(pattern.plain()) : PlainText.lines(value);
        if (plain == null) {
            return Sql.of(column + (operator == Operator.NOT_EQUAL ? " is not null" : " is null"));
        }
        if (operator.isEquality()) {
            return equal(operator == Operator.EQUAL, plain);
        }
        return label
                ? Sql.of("LABEL_KEY" + operator.sql() + "?", Keys.label(plain))
                : Sql.of(column + operator.sql() + "?", plain);
    }

    private Sql like(boolean wanted, LikePattern pattern, String value) {
        if (!wanted) {
            return Sql.of("(not (")
                    .add(like(true, pattern, value))
                    .add(")")
                    .add(orNull())
                    .add(")");
        }
        if (label) {
            Sql condition = Sql.of("LABEL_KEY like ?" + LikePattern.ESCAPE, pattern.pattern());
            String end = LikePattern.end(pattern.prefix());
            return end == null
                    ? condition
                    : Sql.of("LABEL_KEY>=? and LABEL_KEY<? and ", pattern.prefix(), end)
                            .add(condition);
        }
        Sql condition = Sql.of(
                "(" + column + " like ?" + LikePattern.ESCAPE,
                LikePattern.of(value, UnaryOperator.identity()).pattern());
        if (!unlimited) {
            condition.add(" or lower(" + column + ") like ?" + LikePattern.ESCAPE, pattern.pattern());
        }
        return condition.add(")");
    }

    private Sql equal(boolean wanted, String plain) {
        if (!wanted) {
            return Sql.of("(not (")
                    .add(equal(true, plain))
                    .add(")")
                    .add(orNull())
                    .add(")");
        }
        return label
                ? Sql.of(
                        "LABEL_KEY=? and (" + column + "=? or lower(" + column + ")=?)",
                        Keys.label(plain),
                        plain,
                        lower().apply(plain))
                : Sql.of(column + "=?", plain);
    }

    private Sql among(Operator operator, List<String> values) {
        if (unlimited) {
            throw new UnsuitableOperator();
        }
        List<String> plain = values.stream()
                .map(PlainText::lines)
                .map(value -> value == null ? "" : value)
                .toList();
        Sql condition = new Sql();
        if (label) {
            condition
                    .add("LABEL_KEY" + WHOLE_RANGE + "LABEL_KEY in ")
                    .list(ColumnType.TEXT, plain.stream().map(Keys::label).toList());
            condition.add(" and (" + column + " in ").list(ColumnType.TEXT, plain);
            condition
                    .add(" or lower(" + column + ") in ")
                    .list(ColumnType.TEXT, plain.stream().map(lower()).toList());
            condition.add(")");
        } else {
            condition.add(column + WHOLE_RANGE + column + " in ").list(ColumnType.TEXT, plain);
        }
        return operator == Operator.IN
                ? condition
                : Sql.of("(not (").add(condition).add(")").add(orNull()).add(")");
    }

    private Sql orNull() {
        return Sql.of(" or " + field.column().name() + " is null");
    }

    private static UnaryOperator<String> lower() {
        return text -> text.toLowerCase(Locale.ROOT);
    }
}
