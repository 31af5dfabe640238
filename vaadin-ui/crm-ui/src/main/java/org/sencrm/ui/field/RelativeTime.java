package org.sencrm.ui.field;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.sencrm.ui.host.Formats;
import org.sencrm.ui.host.HostContext;

/** Points in time as seen from now: {@code 5 minutes ago}, {@code yesterday}, {@code today 16:00}. */
public final class RelativeTime {

    private static final int DAYS_IN_WORDS = 6;

    private final Formats formats;
    private final Words words;
    private final Instant now;

    /** Where the words come from. */
    interface Words {
        String text(String key, Object... arguments);
    }

    public RelativeTime(HostContext context) {
        this(context.formats(), context::text, Instant.now());
    }

    RelativeTime(Formats formats, Words words, Instant now) {
        this.formats = formats;
        this.words = words;
        this.now = now;
    }

    /** When something happened; a day from a week ago on. Empty for null. */
    public String past(Instant when) {
        if (when == null) {
            return "";
        }
        Duration ago = Duration.between(when, now);
        if (ago.toMinutes() < 1) {
            return words.text("when.now");
        }
        if (ago.toMinutes() < 60) {
            return words.text("when.minutesAgo", ago.toMinutes());
        }
        long days = daysUntilToday(when);
        if (days == 0) {
            return words.text("when.hoursAgo", ago.toHours());
        }
        if (days == 1) {
            return words.text("when.yesterday", formats.time(when));
        }
        return days <= DAYS_IN_WORDS ? words.text("when.daysAgo", days) : formats.day(day(when));
    }

    /** When something is due. Empty for null. */
    public String due(Instant when) {
        if (when == null) {
            return "";
        }
        long late = daysUntilToday(when);
        if (late > 0) {
            return words.text("when.overdueDays", late);
        }
        if (when.isBefore(now)) {
            return words.text("when.overdueToday", formats.time(when));
        }
        if (late == 0) {
            return words.text("when.today", formats.time(when));
        }
        return late == -1 ? words.text("when.tomorrow", formats.time(when)) : formats.dayTime(when);
    }

    /** How urgent something due then is. */
    public Urgency urgency(Instant when) {
        if (when == null) {
            return Urgency.NONE;
        }
        if (when.isBefore(now)) {
            return Urgency.LATE;
        }
        return daysUntilToday(when) == 0 ? Urgency.TODAY : Urgency.LATER;
    }

    /** How long something has been there, in days: {@code new}, {@code 3 days}. Empty for null. */
    public String age(Instant since) {
        if (since == null) {
            return "";
        }
        long days = Math.max(0, daysUntilToday(since));
        return days == 0 ? words.text("when.ageToday") : words.text("when.ageDays", days);
    }

    private long daysUntilToday(Instant when) {
        return ChronoUnit.DAYS.between(day(when), day(now));
    }

    private LocalDate day(Instant when) {
        return when.atZone(formats.zone()).toLocalDate();
    }

    /** Decides the colour of the dot beside something planned. */
    public enum Urgency {
        NONE(""),
        LATER("ok"),
        TODAY("today"),
        LATE("late");

        private final String className;

        Urgency(String className) {
            this.className = className;
        }

        /** Added to the class {@code dot}; empty for a grey one. */
        public String className() {
            return className;
        }
    }
}
