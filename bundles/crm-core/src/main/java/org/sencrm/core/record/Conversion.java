package org.sencrm.core.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.record.Money;

/**
 * Makes one sum of sums in several currencies.
 *
 * @param company the currency of the result
 * @param rates by currency; empty where nothing is to be converted
 */
record Conversion(String company, Map<String, BigDecimal> rates) {

    private static final int SCALE = 4;

    /** Empty where a rate is missing: a part of a sum is none. */
    Optional<Money> sum(Map<String, BigDecimal> byCurrency) {
        if (rates.isEmpty() || !rates.keySet().containsAll(byCurrency.keySet())) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> part : byCurrency.entrySet()) {
            sum = sum.add(part.getValue().multiply(rates.get(part.getKey())));
        }
        BigDecimal rounded = sum.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
        return Optional.of(new Money(rounded.scale() < 0 ? rounded.setScale(0) : rounded, company));
    }
}
