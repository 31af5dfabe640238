package org.sencrm.api.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount of one currency.
 *
 * @param amount never null; kept as given, at most four decimals are stored
 * @param currency ISO 4217 code, e.g. {@code VND}
 */
public record Money(BigDecimal amount, String currency) {

    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    /** The amount as it travels: plain digits, with at least the decimals that the currency has by ISO 4217. */
    public String amountText() {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(digits, plain.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
