package org.sencrm.core.computed;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.RollUp;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Money;
import org.sencrm.core.filter.FilterWriter;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;

/** Reads what a roll-up comes to, for some records at once, by one statement. */
final class Totals {

    private final Gate gate;
    private final FilterWriter filters;
    private final Supplier<String> currency;

    Totals(Gate gate, FilterWriter filters, Supplier<String> currency) {
        this.gate = gate;
        this.filters = filters;
        this.currency = currency;
    }

    /** By id of the record pointed to; a record to which nothing points is not in it. */
    Map<Long, Object> read(Connection connection, Pointing pointing, Collection<Long> ids) throws SQLException {
        Map<Long, Object> totals = new HashMap<>();
        Set<Long> mixed = new HashSet<>();
        question(pointing, ids).query(connection, row -> {
            long id = row.getLong(1);
            // two rows of one record are two currencies, which nobody said how to convert
            if (totals.containsKey(id)) {
                mixed.add(id);
            }
            return totals.put(id, value(pointing, row));
        });
        mixed.forEach(id -> totals.put(id, null));
        return totals;
    }

    /** What there is where nothing points: none of them, and nothing altogether. */
    Object nothing(Pointing pointing) {
        if (pointing.rollUp().function() != RollUp.Function.COUNT
                && pointing.rollUp().function() != RollUp.Function.SUM) {
            return null;
        }
        return switch (pointing.total().kind()) {
            case MONEY -> new Money(BigDecimal.ZERO, currency.get());
            case DURATION -> Duration.ZERO;
            default -> BigDecimal.ZERO;
        };
    }

    private Sql question(Pointing pointing, Collection<Long> ids) {
        StoredField value = pointing.value();
        boolean money = value != null && value.kind() == FieldKind.MONEY;
        String keys =
                pointing.by().column().name() + (money ? ", " + value.second().name() : "");
        Sql question = Sql.of("select " + keys + ", " + result(pointing) + " from "
                + pointing.from().table() + " where DELETED_AT is null and "
                + pointing.by().column().name() + " in ");
        question.list(ColumnType.LONG, ids);
        if (pointing.by().second() != null) {
            question.add(
                    " and " + pointing.by().second().name() + "=?",
                    pointing.to().name());
        }
        if (value != null) {
            value.columns().forEach(column -> question.add(" and " + column.name() + " is not null"));
        }
        Sql filter = filters.write(
                Caller.system(),
                gate.rights(Caller.system()),
                pointing.from(),
                pointing.rollUp().filter());
        if (!filter.isEmpty()) {
            question.add(" and ").add(filter);
        }
        return question.add(" group by " + keys);
    }

    private static String result(Pointing pointing) {
        if (pointing.value() == null) {
            return "count(*)";
        }
        String column = pointing.value().column().name();
        boolean whole = pointing.value().column().type() == ColumnType.INTEGER
                || pointing.value().column().type() == ColumnType.LONG;
        return switch (pointing.rollUp().function()) {
            case COUNT -> "count(" + column + ")";
            // sums of many whole numbers grow beyond their own type
            case SUM -> "sum(" + (whole ? "cast(" + column + " as decimal(19,0))" : column) + ")";
            case MIN -> "min(" + column + ")";
            case MAX -> "max(" + column + ")";
        };
    }

    private static Object value(Pointing pointing, ResultSet row) throws SQLException {
        return switch (pointing.total().kind()) {
            case MONEY -> new Money(row.getBigDecimal(3), row.getString(2));
            case DATE -> ColumnType.DATE.read(row, 2);
            case DATE_TIME -> ColumnType.TIMESTAMP.read(row, 2);
            case DURATION -> Duration.ofSeconds(row.getBigDecimal(2).longValue());
            default -> row.getBigDecimal(2);
        };
    }
}
