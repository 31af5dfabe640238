package org.sencrm.core.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;

/**
 * Compares numbers, amounts and lengths of time. A number that the column cannot hold is never given to the database, which
 * would cut it to what fits and answer another question.
 */
final class NumberComparison {

    private static final String NEVER = "1=0";

    private final StoredField field;
    private final Column column;

    NumberComparison(StoredField field) {
        this.field = field;
        this.column = field.column();
    }

    Sql write(Operator operator, List<String> values) {
        List<BigDecimal> numbers = values.stream().map(this::number).toList();
        if (operator.isList()) {
            return among(operator, numbers.stream().filter(this::fits).toList());
        }
        BigDecimal number = numbers.get(0);
        return switch (operator) {
            case EQUAL -> fits(number) ? compare("=", number) : Sql.of(NEVER);
            case NOT_EQUAL -> fits(number) ? compare("<>", number) : present();
            case GREATER, GREATER_OR_EQUAL -> above(operator, number);
            case LESS, LESS_OR_EQUAL -> below(operator, number);
            default -> throw new UnsuitableOperator();
        };
    }

    private Sql above(Operator operator, BigDecimal number) {
        if (number.abs().compareTo(column.greatest()) > 0) {
            return number.signum() > 0 ? Sql.of(NEVER) : present();
        }
        return fits(number) ? compare(operator.sql(), number) : compare(">", floor(number));
    }

    private Sql below(Operator operator, BigDecimal number) {
        if (number.abs().compareTo(column.greatest()) > 0) {
            return number.signum() > 0 ? present() : Sql.of(NEVER);
        }
        return fits(number) ? compare(operator.sql(), number) : compare("<=", floor(number));
    }

    private Sql among(Operator operator, List<BigDecimal> numbers) {
        if (numbers.isEmpty()) {
            return operator == Operator.IN ? Sql.of(NEVER) : present();
        }
        return Sql.of(column.name() + " " + operator.sql() + " ")
                .list(column.type(), numbers.stream().map(this::bound).toList());
    }

    private Sql compare(String sign, BigDecimal number) {
        return Sql.of(column.name() + sign + "?").bind(column.type(), bound(number));
    }

    private Sql present() {
        return Sql.of(column.name() + " is not null");
    }

    private BigDecimal number(String text) {
        return (BigDecimal) field.values().comparable(text, field.shape());
    }

    private boolean fits(BigDecimal number) {
        return number.scale() <= column.mostDecimals() && number.abs().compareTo(column.greatest()) <= 0;
    }

    private BigDecimal floor(BigDecimal number) {
        return number.setScale(column.mostDecimals(), RoundingMode.FLOOR);
    }

    private Object bound(BigDecimal number) {
        return column.type() == ColumnType.DECIMAL ? (Object) number : number.longValueExact();
    }
}
