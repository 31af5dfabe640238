package org.sencrm.core.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;

/** Compares days, instants, choices, yes and no, ids and references by their first column, and hands on numbers. */
final class ValueComparison {

    private static final int LENGTH_OF_DAY = 10;

    private final StoredField field;
    private final String column;
    private final ZoneId zone;
    private final LocalDate today;

    /** @param today in the zone */
    ValueComparison(StoredField field, ZoneId zone, LocalDate today) {
        this.field = field;
        this.column = field.column().name();
        this.zone = zone;
        this.today = today;
    }

    Sql write(Operator operator, List<String> values) {
        if (operator == Operator.DURING) {
            return during(Period.of(values.get(0), today));
        }
        if (isNumber()) {
            return orNull(operator, new NumberComparison(field).write(operator, values));
        }
        if (operator.isList()) {
            return orNull(
                    operator, among(operator, values.stream().map(this::value).toList()));
        }
        if (!operator.isEquality() && !isOrdered()) {
            throw new UnsuitableOperator();
        }
        String value = values.get(0);
        if (field.kind() == FieldKind.DATE_TIME && value.length() == LENGTH_OF_DAY) {
            return orNull(operator, day(operator, value));
        }
        return orNull(operator, Sql.of(column + operator.sql() + "?", value(value)));
    }

    private boolean isOrdered() {
        return !field.isReference() && field.kind() != FieldKind.BOOLEAN && field.kind() != FieldKind.CHOICE;
    }

    private boolean isNumber() {
        return switch (field.kind()) {
            case NUMBER, PERCENT, MONEY, DURATION -> true;
            default -> false;
        };
    }

    private Sql among(Operator operator, List<Object> values) {
        return Sql.of(column + " " + operator.sql() + " ").list(ColumnType.of(values.get(0)), values);
    }

    private Object value(String text) {
        Object value = field.values().comparable(text, field.shape());
        if (value == null) {
            throw new UnsuitableOperator();
        }
        return value;
    }

    private Sql during(Period period) {
        if (field.kind() != FieldKind.DATE && field.kind() != FieldKind.DATE_TIME) {
            throw new UnsuitableOperator();
        }
        Sql condition = Sql.of("(");
        if (period.first() != null) {
            condition.add(Sql.of(column + ">=?", begin(period.first())));
        }
        if (period.behind() != null) {
            condition.add(period.first() == null ? "" : " and ").add(Sql.of(column + "<?", begin(period.behind())));
        }
        return condition.add(")");
    }

    /** The day as the column holds it: itself, or its first instant. */
    private Object begin(LocalDate day) {
        return field.kind() == FieldKind.DATE ? day : day.atStartOfDay(zone).toInstant();
    }

    /** A day is all of its instants, in the zone of the caller. */
    private Sql day(Operator operator, String text) {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnsuitableOperator();
        }
        Instant start = date.atStartOfDay(zone).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        return switch (operator) {
            case EQUAL -> Sql.of("(" + column + ">=? and " + column + "<?)", start, end);
            case NOT_EQUAL -> Sql.of("(" + column + "<? or " + column + ">=?)", start, end);
            case GREATER -> Sql.of(column + ">=?", end);
            case GREATER_OR_EQUAL -> Sql.of(column + ">=?", start);
            case LESS -> Sql.of(column + "<?", start);
            case LESS_OR_EQUAL -> Sql.of(column + "<?", end);
            default -> throw new UnsuitableOperator();
        };
    }

    private Sql orNull(Operator operator, Sql condition) {
        return operator.isNegative() ? Sql.of("(").add(condition).add(" or " + column + " is null)") : condition;
    }
}
