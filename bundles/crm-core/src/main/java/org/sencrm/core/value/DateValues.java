package org.sencrm.core.value;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** {@link LocalDate}, from outside as {@code 2026-11-22}. */
final class DateValues extends ValueKind {

    static final DateValues INSTANCE = new DateValues();

    private static final int LAST_YEAR = 9999;

    @Override
    Object understand(Object input, Shape shape) {
        if (input instanceof LocalDate date) {
            return checked(date);
        }
        if (input instanceof String text) {
            return text.isBlank() ? null : checked(parse(text.strip()));
        }
        throw Refusal.format("fault.value.date");
    }

    private static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.format("fault.value.date");
        }
    }

    private static LocalDate checked(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
            throw Refusal.outOfRange();
        }
        return date;
    }

    @Override
    public Object plain(Object value) {
        return value == null ? null : value.toString();
    }
}
