package org.sencrm.core.record;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;

/** What currencies were worth in the company's, by the day from which on. */
final class Rates {

    private final Map<String, NavigableMap<LocalDate, BigDecimal>> byCurrency = new HashMap<>();

    /** @param company the currency in which the others are told */
    static Rates read(Connection connection, String company) throws SQLException {
        Rates rates = new Rates();
        // of two for one day the later one counts
        Sql.of("select CURRENCY, FROM_DAY, RATE from CORE_CURRENCY_RATE where BASE_CURRENCY=?", company)
                .add(" and DELETED_AT is null order by ID")
                .query(
                        connection,
                        row -> rates.byCurrency
                                .computeIfAbsent(row.getString(1), currency -> new TreeMap<>())
                                .put((LocalDate) ColumnType.DATE.read(row, 2), row.getBigDecimal(3)));
        return rates;
    }

    /**
     * The rate of the day, else the latest before, else the first that there is; null where there is none.
     *
     * @param day null where the reader may know none of the record's days: such an amount is not converted
     */
    BigDecimal on(LocalDate day, String currency) {
        NavigableMap<LocalDate, BigDecimal> known = byCurrency.get(currency);
        if (known == null || day == null) {
            return null;
        }
        Map.Entry<LocalDate, BigDecimal> rate = known.floorEntry(day);
        return (rate == null ? known.firstEntry() : rate).getValue();
    }
}
