package org.sencrm.core.record;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;

/**
 * Makes one sum of amounts in several currencies, each at the rate of its record's day. The database adds up what has
 * currency and day in common; what it comes to is converted here, exactly.
 */
final class Conversion {

    /** Many groups, each with amounts of many days. Beyond it nothing is converted, rather than wait for it. */
    private static final int MOST_SUMS = 200_000;

    private final Connection connection;
    private final Sql where;
    private final String company;
    private final Map<StoredField, RateDay> days;
    /** Read once for all sums; null until the first needs them. */
    private Rates rates;

    /**
     * @param company the currency of the result
     * @param days by amount; one that is not there is not converted
     */
    Conversion(Connection connection, Sql where, String company, Map<StoredField, RateDay> days) {
        this.connection = connection;
        this.where = where;
        this.company = company;
        this.days = days;
    }

    /** Adds what the foreign amounts of these groups come to. */
    void addTo(Map<Object, Tally> groups, Grouping grouping, StoredField amount, Measure sum) throws SQLException {
        Set<String> foreign = new TreeSet<>();
        groups.values().forEach(tally -> foreign.addAll(tally.currencies(sum)));
        foreign.remove(company);
        if (foreign.isEmpty()) {
            return;
        }
        RateDay day = days.get(amount);
        boolean whole = day != null && !foreign.contains(Tally.NO_CURRENCY);
        if (whole) {
            for (Grouping part : grouping.parts()) {
                whole &= add(part, groups, amount, sum, day, rates());
            }
        }
        if (!whole) {
            groups.values().forEach(tally -> tally.convert(sum, null));
        }
    }

    private Rates rates() throws SQLException {
        if (rates == null) {
            rates = Rates.read(connection, company);
        }
        return rates;
    }

    /** Whether these were all. */
    private boolean add(
            Grouping grouping, Map<Object, Tally> groups, StoredField amount, Measure sum, RateDay day, Rates known)
            throws SQLException {
        int end = grouping.columns().size();
        int found = statement(grouping, amount, day)
                .query(connection, row -> {
                    Tally tally = groups.get(grouping.key(row));
                    if (tally != null) {
                        BigDecimal rate =
                                known.on((LocalDate) ColumnType.DATE.read(row, end + 2), row.getString(end + 1));
                        tally.convert(
                                sum,
                                rate == null ? null : row.getBigDecimal(end + 3).multiply(rate));
                    }
                    return null;
                })
                .size();
        return found <= MOST_SUMS;
    }

    private Sql statement(Grouping grouping, StoredField amount, RateDay day) {
        String value = amount.column().name();
        String currency = amount.second().name();
        List<String> keys = new ArrayList<>(grouping.columns());
        keys.add(currency);
        String common = String.join(", ", keys) + ", RATE_DAY";
        Sql foreign = Sql.of("select " + String.join(", ", keys) + ", ")
                .add(day.sql())
                .add(" as RATE_DAY, " + value)
                .add(grouping.from(where))
                .add(" and " + value + " is not null and " + currency + "<>?", company);
        return Sql.of("select " + common + ", sum(" + value + ") from (")
                .add(foreign)
                .add(") as RATED group by " + common + " fetch first " + (MOST_SUMS + 1) + " rows only");
    }
}
