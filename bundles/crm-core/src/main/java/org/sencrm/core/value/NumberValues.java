package org.sencrm.core.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sencrm.api.record.Field;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.ColumnType;

/** {@link BigDecimal} without trailing zeros; what does not fit the decimals of the column is rounded half up. */
final class NumberValues extends ValueKind {

    static final NumberValues INSTANCE = new NumberValues();

    private static final int LONGEST_TEXT = 60;

    @Override
    Object understand(Object input, Shape shape) {
        return fit(parse(input), shape.column());
    }

    /** The number as given, of a size that is safe to calculate with. */
    static BigDecimal parse(Object input) {
        String text = input instanceof Number || input instanceof String
                ? input.toString().strip()
                : "";
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw Refusal.format("fault.value.number");
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > LONGEST_TEXT) {
                throw Refusal.outOfRange();
            }
            return plainForm(number);
        } catch (NumberFormatException e) {
            throw Refusal.format("fault.value.number");
        }
    }

    static BigDecimal fit(BigDecimal number, Column column) {
        int scale = column.mostDecimals();
        if (scale == 0 && number.scale() > 0 && column.type() != ColumnType.DECIMAL) {
            throw Refusal.format("fault.value.wholeNumber");
        }
        BigDecimal rounded = plainForm(number.setScale(Math.min(number.scale(), scale), RoundingMode.HALF_UP));
        if (rounded.abs().compareTo(column.greatest()) > 0) {
            throw Refusal.outOfRange();
        }
        return rounded;
    }

    static BigDecimal plainForm(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public Object comparable(String text, Shape shape) {
        return parse(text);
    }

    @Override
    public Object plain(Object value) {
        return value == null ? null : ((BigDecimal) value).toPlainString();
    }

    @Override
    public Object load(Field field, Object first, Object second) {
        return plainForm(first instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Long) first));
    }
}
