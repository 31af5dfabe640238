package org.sencrm.api.access;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/**
 * On whose behalf something is done. The access gate looks up what the user may do each time, so a caller never goes
 * stale.
 *
 * @param userId id of the user's record; {@link #SYSTEM_ID} for the product itself
 * @param locale language of messages and labels
 * @param zone in which "today" is meant
 * @param through what the call comes through, for the change log: {@code ui}, {@code rest}, {@code import}, {@code system}
 * @param job id of the job on whose behalf it is done; 0 for none
 * @param entry how the user came in; {@link Entry#NONE} for the product itself and whoever works without a sign-in
 */
public record Caller(long userId, Locale locale, ZoneId zone, String through, long job, Entry entry) {

    /** The product itself. */
    public static final long SYSTEM_ID = 0;

    public Caller {
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(through, "through");
        Objects.requireNonNull(entry, "entry");
    }

    /** Somebody of whom it is not known how they came in. */
    public Caller(long userId, Locale locale, ZoneId zone, String through, long job) {
        this(userId, locale, zone, through, job, Entry.NONE);
    }

    /**
     * The product itself, with every right. For what a module does of its own accord, such as reading its own set-up;
     * never for what a user asked for.
     */
    public static Caller system() {
        return new Caller(SYSTEM_ID, Locale.ENGLISH, ZoneId.of("UTC"), "system", 0);
    }

    public boolean isSystem() {
        return userId == SYSTEM_ID;
    }

    public Caller speaking(Locale language) {
        return new Caller(userId, language, zone, through, job, entry);
    }

    public Caller through(String channel) {
        return new Caller(userId, locale, zone, channel, job, entry);
    }

    /** The same user at work in a job. */
    public Caller inJob(long jobId, String channel) {
        return new Caller(userId, locale, zone, channel, jobId, entry);
    }

    /** The same user, come in like this. */
    public Caller entered(Entry how) {
        return new Caller(userId, locale, zone, through, job, how);
    }
}
