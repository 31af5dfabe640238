package org.sencrm.core.value;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** {@link Instant} to the microsecond, from outside as in RFC 3339. */
final class InstantValues extends ValueKind {

    static final InstantValues INSTANCE = new InstantValues();

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    @Override
    Object understand(Object input, Shape shape) {
        if (input instanceof Instant instant) {
            return checked(instant);
        }
        if (input instanceof String text) {
            return text.isBlank() ? null : checked(parse(text.strip()));
        }
        throw Refusal.format("fault.value.dateTime");
    }

    private static Instant parse(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.format("fault.value.dateTime");
        }
    }

    private static Instant checked(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw Refusal.outOfRange();
        }
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Object plain(Object value) {
        return value == null ? null : value.toString();
    }
}
