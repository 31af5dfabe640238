package org.sencrm.core.value;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Money;

/** {@link Money}; the amount goes into the first column, the currency into the second. */
final class MoneyValues extends ValueKind {

    static final MoneyValues INSTANCE = new MoneyValues();

    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";

    @Override
    Object understand(Object input, Shape shape) {
        Object amount = input;
        Object currency = null;
        if (input instanceof Money money) {
            amount = money.amount();
            currency = money.currency();
        } else if (input instanceof Map<?, ?> parts) {
            amount = parts.get(AMOUNT);
            currency = parts.get(CURRENCY);
        }
        if (amount == null) {
            return null;
        }
        BigDecimal number = NumberValues.fit(NumberValues.parse(amount), shape.column());
        return new Money(number, code(currency == null ? shape.currency().get() : currency));
    }

    private static String code(Object currency) {
        try {
            return Currency.getInstance(currency.toString().strip().toUpperCase(Locale.ROOT))
                    .getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw Refusal.format("fault.value.currency");
        }
    }

    @Override
    public Object comparable(String text, Shape shape) {
        return NumberValues.parse(text);
    }

    @Override
    public Object plain(Object value) {
        if (value == null) {
            return null;
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put(AMOUNT, ((Money) value).amount().toPlainString());
        parts.put(CURRENCY, ((Money) value).currency());
        return parts;
    }

    @Override
    public Object first(Object value) {
        return value == null ? null : ((Money) value).amount();
    }

    @Override
    public Object second(Object value) {
        return value == null ? null : ((Money) value).currency();
    }

    @Override
    public Object load(Field field, Object first, Object second) {
        return second == null ? null : new Money(NumberValues.plainForm((BigDecimal) first), (String) second);
    }
}
