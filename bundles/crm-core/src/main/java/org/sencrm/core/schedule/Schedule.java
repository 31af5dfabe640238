package org.sencrm.core.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a job runs. */
interface Schedule {

    Pattern EVERY = Pattern.compile("every (\\d{1,5}) (minute|hour)s?");
    String DAILY = "daily ";
    String CRON = "cron ";

    /** The first time after this one. */
    Instant next(Instant after, ZoneId zone);

    /** {@link IllegalArgumentException} where the text says no time. */
    static Schedule of(String text) {
        Matcher every = EVERY.matcher(text);
        if (every.matches()) {
            return every(Integer.parseInt(every.group(1)), "hour".equals(every.group(2)));
        } else if (text.startsWith(DAILY)) {
            return daily(text.substring(DAILY.length()));
        } else if (text.startsWith(CRON)) {
            return Cron.of(text.substring(CRON.length()));
        }
        throw new IllegalArgumentException("no schedule: " + text);
    }

    private static Schedule every(int count, boolean hours) {
        if (count == 0) {
            throw new IllegalArgumentException("a schedule needs a pause");
        }
        Duration pause = hours ? Duration.ofHours(count) : Duration.ofMinutes(count);
        return (after, zone) -> after.plus(pause);
    }

    private static Schedule daily(String time) {
        LocalTime at;
        try {
            at = LocalTime.parse(time);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time of day: " + time, e);
        }
        return (after, zone) -> {
            ZonedDateTime now = after.atZone(zone);
            ZonedDateTime today = now.with(at);
            return (today.isAfter(now) ? today : now.plusDays(1).with(at)).toInstant();
        };
    }
}
