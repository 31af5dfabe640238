package org.sencrm.transfer.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Reads dates in one agreed form. ISO dates are always understood: they mean one thing only. */
public final class DateReader {

    private final DateOrder order;
    private final DateTimeFormatter own;
    private final boolean shortYears;

    private DateReader(DateOrder order, DateTimeFormatter own, boolean shortYears) {
        this.order = order;
        this.own = own;
        this.shortYears = shortYears;
    }

    /** @param order null where it is not known: then a date that needs it is refused */
    public static DateReader of(DateOrder order) {
        return new DateReader(order, null, false);
    }

    /**
     * @param pattern as people write it: {@code M/d/yyyy}, {@code dd.mm.yy}, {@code d MMM yyyy HH:mm}
     * @throws IllegalArgumentException where it makes no sense
     */
    public static DateReader of(String pattern, Locale locale) {
        String usual = usual(pattern.strip());
        String letters = usual.replaceAll("[^A-Za-z]", "").replaceAll("(.)\\1*", "$1");
        boolean inDigits = usual.matches("[dMu]{1,4}[-/.][dM]{1,2}[-/.][dMu]{1,4}");
        boolean shortYears = usual.matches(".*(?<!u)uu(?!u).*");
        if (inDigits && (letters.equals("dMu") || letters.equals("Mdu") || letters.equals("uMd"))) {
            return new DateReader(
                    letters.startsWith("M") ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST, null, shortYears);
        }
        DateTimeFormatter formatter =
                DateTimeFormatter.ofPattern(usual, locale).withResolverStyle(ResolverStyle.STRICT);
        if (!letters.contains("d") || !letters.contains("M") || !letters.contains("u")) {
            throw new IllegalArgumentException(pattern);
        }
        return new DateReader(null, formatter, false);
    }

    /** @throws BadValue {@code format}, or {@code ambiguousDate} */
    public LocalDate day(String text) throws BadValue {
        return moment(text).toLocalDate();
    }

    /**
     * @param zone in which a date without one is meant
     * @throws BadValue as {@link #day}
     */
    public Instant instant(String text, ZoneId zone) throws BadValue {
        try {
            if (text.indexOf('T') > 0 && text.length() > 16) {
                return OffsetDateTime.parse(text.strip()).toInstant();
            }
        } catch (DateTimeException e) {
            // no offset: a time of the zone, read below
        }
        return moment(text).atZone(zone).toInstant();
    }

    private LocalDateTime moment(String text) throws BadValue {
        DigitDate date = DigitDate.of(text);
        if (date != null && (own == null || date.yearFirst())) {
            return digits(date);
        }
        if (own == null) {
            return iso(text);
        }
        try {
            TemporalAccessor parsed = own.parse(text.strip());
            LocalTime time = parsed.isSupported(ChronoField.NANO_OF_DAY) ? LocalTime.from(parsed) : LocalTime.MIDNIGHT;
            return LocalDate.from(parsed).atTime(time);
        } catch (DateTimeException e) {
            throw new BadValue("format");
        }
    }

    private LocalDateTime digits(DigitDate date) throws BadValue {
        if (date.shortYear() && !shortYears) {
            throw new BadValue("format");
        }
        DateOrder used = order;
        if (used == null && !date.yearFirst()) {
            if (date.first() != date.second()
                    && date.day(DateOrder.DAY_FIRST) != null
                    && date.day(DateOrder.MONTH_FIRST) != null) {
                throw new BadValue("ambiguousDate");
            }
            used = date.day(DateOrder.DAY_FIRST) != null ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        }
        LocalDate day = date.day(used);
        if (day == null) {
            throw new BadValue("format");
        }
        return day.atTime(date.time() == null ? LocalTime.MIDNIGHT : date.time());
    }

    /** An instant as another system writes it; its day is the day of its own offset. */
    private static LocalDateTime iso(String text) throws BadValue {
        try {
            return OffsetDateTime.parse(text.strip()).toLocalDateTime();
        } catch (DateTimeException e) {
            throw new BadValue("format");
        }
    }

    /** Letters as the formatter wants them: {@code u} for years, {@code M} for months also where typed small. */
    private static String usual(String pattern) {
        String usual = pattern.replace('Y', 'y').replace('D', 'd');
        if (usual.indexOf('M') < 0 && usual.toLowerCase(Locale.ROOT).indexOf('h') < 0) {
            usual = usual.replace('m', 'M');
        }
        return usual.replace('y', 'u');
    }
}
