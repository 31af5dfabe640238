package org.sencrm.core.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.sencrm.api.record.Field;

/** {@link Duration} to the second, from outside in seconds or as {@code PT1H30M}. */
final class DurationValues extends ValueKind {

    static final DurationValues INSTANCE = new DurationValues();

    private static final Duration LONGEST = Duration.ofDays(36_500);

    @Override
    Object understand(Object input, Shape shape) {
        Duration duration = input instanceof Duration given ? given : parse(input);
        if (duration.abs().compareTo(LONGEST) > 0) {
            throw Refusal.outOfRange();
        }
        return Duration.ofSeconds(duration.getSeconds());
    }

    private static Duration parse(Object input) {
        try {
            if (input instanceof String text
                    && !text.isBlank()
                    && !Character.isDigit(text.strip().charAt(0))) {
                return Duration.parse(text.strip());
            }
            return Duration.ofSeconds(NumberValues.parse(input).longValueExact());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw Refusal.format("fault.value.duration");
        }
    }

    @Override
    public Object comparable(String text, Shape shape) {
        return BigDecimal.valueOf(parse(text).getSeconds());
    }

    @Override
    public Object plain(Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public Object first(Object value) {
        return value == null ? null : ((Duration) value).getSeconds();
    }

    @Override
    public Object load(Field field, Object first, Object second) {
        return Duration.ofSeconds((Long) first);
    }
}
