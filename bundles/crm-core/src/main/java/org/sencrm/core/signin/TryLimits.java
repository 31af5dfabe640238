package org.sencrm.core.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.store.StoreException;
import org.sencrm.core.value.Digest;
import org.sencrm.core.value.Networks;

/**
 * Counts tries to sign in, by name and by address, in the table {@code CORE_SIGN_IN_TRY}, so that a restart forgives
 * nothing. A try counts as failed from its beginning until it succeeds: many at once get no more guesses than one after
 * the other. All spellings of a name that look {@link Likeness alike} count as one, and so do all addresses of one
 * {@linkplain Networks#visitor visitor}. Names and addresses are kept as digests only.
 */
final class TryLimits {

    private static final Duration FIRST_LOCK = Duration.ofSeconds(15);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    TryLimits(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param name null where no name is tried, as a provider outside says who it is
     * @param address null where somebody who is signed in already proves it again
     */
    Try begin(String name, String address) {
        if (name == null) {
            return count(Kind.ADDRESS, address);
        }
        Try byName = count(Kind.NAME, name);
        return byName.lockedFor() > 0 || address == null ? byName : byName.and(count(Kind.ADDRESS, address));
    }

    /**
     * Counts somebody who asks for something that is limited and cannot fail.
     *
     * @return seconds for which nothing more can be asked; 0 where it may go on
     */
    long asked(Kind kind, String who) {
        return count(kind, who).lockedFor();
    }

    /** Whether there is something to forgive the name. */
    boolean isBlamed(String name) {
        Sql one = Sql.of(
                "select FAILURES from CORE_SIGN_IN_TRY where SUBJECT = ? and FAILURES > 0", Kind.NAME.subject(name));
        return database.read(connection -> one.first(connection, row -> row.getInt(1))) != null;
    }

    /** Forgives a name all earlier failures. */
    void forgive(String name) {
        database.write(Sql.of("delete from CORE_SIGN_IN_TRY where SUBJECT = ?", Kind.NAME.subject(name))::execute);
    }

    /**
     * Takes back what {@link #begin} counted for a try that was right. Earlier failures are not forgiven by it, nor what the
     * address did with other names.
     *
     * @param name null where none was counted
     * @param address null where none was counted
     */
    void takeBack(String name, String address) {
        List<String> subjects = new ArrayList<>();
        if (name != null) {
            subjects.add(Kind.NAME.subject(name));
        }
        if (address != null) {
            subjects.add(Kind.ADDRESS.subject(address));
        }
        database.write(connection -> {
            for (String subject : subjects) {
                Sql.of("update CORE_SIGN_IN_TRY set FAILURES = FAILURES - 1, LOCKED_UNTIL = null where SUBJECT = ?")
                        .bind(ColumnType.TEXT, subject)
                        .execute(connection);
            }
            return null;
        });
    }

    private Try count(Kind kind, String who) {
        String subject = kind.subject(who);
        try {
            return counted(kind, subject);
        } catch (StoreException e) {
            if (!e.isDuplicate()) {
                throw e;
            }
            // somebody else began the first try at the same moment: now the row is there
            return counted(kind, subject);
        }
    }

    private Try counted(Kind kind, String subject) {
        return database.write(connection -> {
            Instant now = clock.instant();
            // the first statement locks the row, so that the count below is right
            int known = Sql.of("update CORE_SIGN_IN_TRY set FAILURES = FAILURES where SUBJECT = ?", subject)
                    .execute(connection);
            if (known == 0) {
                Sql.of("insert into CORE_SIGN_IN_TRY (SUBJECT, FAILURES, LAST_AT) values (?, 0, ?)", subject, now)
                        .execute(connection);
            }
            Tries tries = Sql.of(
                            "select FAILURES, LAST_AT, LOCKED_UNTIL from CORE_SIGN_IN_TRY where SUBJECT = ?", subject)
                    .first(
                            connection,
                            row -> new Tries(row.getInt(1), (Instant) ColumnType.TIMESTAMP.read(row, 2), (Instant)
                                    ColumnType.TIMESTAMP.read(row, 3)));
            if (tries.lockedUntil != null && tries.lockedUntil.isAfter(now)) {
                return new Try(Duration.between(now, tries.lockedUntil).toSeconds() + 1, Set.of());
            }
            int failures = tries.lastAt.plus(MEMORY).isBefore(now) ? 1 : tries.failures + 1;
            Instant lockedUntil = kind.lockedUntil(failures, now);
            Sql.of("update CORE_SIGN_IN_TRY set FAILURES = ?, LAST_AT = ?, LOCKED_UNTIL = ", failures, now)
                    .add("?")
                    .bind(ColumnType.TIMESTAMP, lockedUntil)
                    .add(" where SUBJECT = ?", subject)
                    .execute(connection);
            return new Try(0, lockedUntil == null ? Set.of() : Set.of(kind));
        });
    }

    /**
     * A try that began, or that may not.
     *
     * @param lockedFor seconds for which name or address are still locked; 0 where the try may go on
     * @param locks what is locked from now on unless the try succeeds
     */
    record Try(long lockedFor, Set<Kind> locks) {

        private Try and(Try other) {
            Set<Kind> both = EnumSet.noneOf(Kind.class);
            both.addAll(locks);
            both.addAll(other.locks);
            return new Try(other.lockedFor, both);
        }
    }

    private record Tries(int failures, Instant lastAt, Instant lockedUntil) {}

    /** What is counted, and how many tries are free: many people may share an address. */
    enum Kind {
        NAME(5),
        ADDRESS(30),
        /** Links to a new password, by name and by address. */
        LINK_NAME(3),
        LINK_ADDRESS(20);

        private final int free;

        Kind(int free) {
            this.free = free;
        }

        String subject(String who) {
            String counted = this == NAME || this == LINK_NAME ? Likeness.of(who) : Networks.visitor(who);
            return name().toLowerCase(Locale.ROOT) + ":" + Digest.sha256(counted);
        }

        /** From the last free failure on, each one locks for twice as long as the one before; null while they are free. */
        Instant lockedUntil(int failures, Instant now) {
            if (failures < free) {
                return null;
            }
            long factor = 1L << Math.min(failures - free, 20);
            Duration lock = FIRST_LOCK.multipliedBy(factor);
            return now.plus(lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock);
        }
    }
}
