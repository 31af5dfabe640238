package org.sencrm.core.record;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.sencrm.api.setting.Settings;
import org.sencrm.core.store.Sql;

/** What currencies are worth in the company's today: the rate of this day, else the latest before it. */
final class Rates {

    private final Settings settings;
    private final Clock clock;

    Rates(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** By currency; those of which no rate is known are absent. */
    Map<String, BigDecimal> of(Connection connection, Collection<String> currencies) throws SQLException {
        String company = settings.currency();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(settings.get(Settings.ZONE, "UTC")));
        Map<String, BigDecimal> rates = new HashMap<>();
        for (String currency : currencies) {
            BigDecimal rate = currency.equals(company) ? BigDecimal.ONE : latest(connection, currency, company, today);
            if (rate != null) {
                rates.put(currency, rate);
            }
        }
        return rates;
    }

    private static BigDecimal latest(Connection connection, String currency, String company, LocalDate day)
            throws SQLException {
        Sql rate = Sql.of(
                        "select RATE from CORE_CURRENCY_RATE where CURRENCY=? and BASE_CURRENCY=? and FROM_DAY<=?",
                        currency,
                        company,
                        day)
                .add(" and DELETED_AT is null order by FROM_DAY desc, ID desc fetch first row only");
        return rate.first(connection, row -> row.getBigDecimal(1));
    }
}
