package org.sencrm.core.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;

/**
 * Times by minute, hour, day of the month, month and day of the week. Where both kinds of days are limited, a day counts that
 * is either, as everywhere else that knows such lines.
 */
final class Cron implements Schedule {

    private static final int FIELDS = 5;
    /** Long enough for the 29th of February, also around a year that has none though it should. */
    private static final int MOST_DAYS = 366 * 9;

    private static final int SUNDAY_TOO = 7;

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean eitherDay;

    private Cron(String[] fields) {
        minutes = values(fields[0], 0, 59);
        hours = values(fields[1], 0, 23);
        days = values(fields[2], 1, 31);
        months = values(fields[3], 1, 12);
        weekdays = values(fields[4], 0, SUNDAY_TOO);
        if (weekdays.get(SUNDAY_TOO)) {
            weekdays.set(0);
        }
        eitherDay = !fields[2].startsWith("*") && !fields[4].startsWith("*");
        next(Instant.EPOCH, ZoneId.of("UTC"));
    }

    static Cron of(String text) {
        String[] fields = text.trim().split("\\s+");
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("five fields are needed: " + text);
        }
        return new Cron(fields);
    }

    private static BitSet values(String field, int least, int most) {
        BitSet values = new BitSet(most + 1);
        for (String part : field.split(",", -1)) {
            String[] range = part.split("/", 2);
            int step = range.length == 1 ? 1 : number(range[1], 1, most);
            String[] ends = range[0].split("-", 2);
            boolean all = "*".equals(range[0]);
            int from = all ? least : number(ends[0], least, most);
            int to = all || ends.length == 1 && range.length > 1 ? most : number(ends[ends.length - 1], from, most);
            for (int value = from; value <= to; value += step) {
                values.set(value);
            }
        }
        return values;
    }

    private static int number(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(text + " is not between " + least + " and " + most);
        }
        return number;
    }

    @Override
    public Instant next(Instant after, ZoneId zone) {
        ZonedDateTime start = after.atZone(zone);
        LocalDate day = start.toLocalDate();
        for (int i = 0; i < MOST_DAYS; i++, day = day.plusDays(1)) {
            if (counts(day)) {
                Instant time = timeOn(day, after, zone);
                if (time != null) {
                    return time;
                }
            }
        }
        throw new IllegalArgumentException("there is no such day");
    }

    private boolean counts(LocalDate day) {
        boolean inMonth = days.get(day.getDayOfMonth());
        boolean inWeek = weekdays.get(day.getDayOfWeek().getValue() % 7);
        return months.get(day.getMonthValue()) && (eitherDay ? inMonth || inWeek : inMonth && inWeek);
    }

    /** The first time of the day after that moment; null for none. */
    private Instant timeOn(LocalDate day, Instant after, ZoneId zone) {
        for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            for (int minute = minutes.nextSetBit(0); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
                Instant time = day.atTime(hour, minute).atZone(zone).toInstant();
                if (time.isAfter(after)) {
                    return time;
                }
            }
        }
        return null;
    }
}
