package org.sencrm.core.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sencrm.api.job.Jobs;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that nobody asks for any more. Some hundred at a time, each in a transaction of its own; whoever sweeps at the same
 * moment finds fewer of them.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final int AT_ONCE = 500;

    private static final List<Kind> KINDS = List.of(
            // an interrupted job may still be resumed
            new Kind(
                    "CORE_JOB",
                    "ID",
                    "ENDED_AT",
                    " and STATE in ('DONE', 'FAILED', 'CANCELLED', 'UNDONE')",
                    Duration.ofDays(90)),
            new Kind("CORE_AUTOMATION_RUN", "ID", "RUN_AT", "", Duration.ofDays(90)),
            new Kind("CORE_COMMENT", "ID", "TRASHED_AT", "", Duration.ofDays(1)),
            new Kind("CORE_NOTIFICATION", "ID", "HAPPENED_AT", "", Duration.ofDays(90)),
            new Kind(
                    "CORE_MAIL",
                    "ID",
                    "CHANGED_AT",
                    " and STATE in ('SENT', 'FAILED', 'UNKNOWN')",
                    Duration.ofDays(30)),
            new Kind("CORE_TOKEN", "ID", "EXPIRES_AT", "", Duration.ofDays(30)),
            new Kind("CORE_PASSWORD_LINK", "TOKEN_HASH", "EXPIRES_AT", "", Duration.ofDays(1)),
            new Kind("CORE_SIGN_IN", "ID", "HAPPENED_AT", "", Duration.ofDays(180)),
            new Kind("CORE_USER_SESSION", "ID", "USED_AT", "", Duration.ofDays(31)),
            new Kind("CORE_ONCE", "ONCE_KEY", "CREATED_AT", "", Duration.ofDays(1)),
            new Kind("CORE_SIGN_IN_TRY", "SUBJECT", "LAST_AT", "", Duration.ofDays(1)));

    private final Database database;
    private final Clock clock;

    Leftovers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Gives how many rows went; stops between two kinds of them where it is asked to. */
    long sweep(Jobs.Progress progress) {
        long all = 0;
        progress.total(KINDS.size());
        for (int i = 0; i < KINDS.size() && !progress.cancelled(); i++) {
            Kind kind = KINDS.get(i);
            int swept = sweep(kind);
            all += swept;
            progress.done(i + 1L);
            if (swept > 0) {
                LOG.info("{} old rows of {} were swept out", swept, kind.table);
            }
        }
        return all;
    }

    private int sweep(Kind kind) {
        Instant before = clock.instant().minus(kind.kept);
        int swept = 0;
        int step;
        do {
            step = database.write(kind.deletion(before)::execute);
            swept += step;
        } while (step == AT_ONCE);
        return swept;
    }

    /**
     * @param at column of the moment from which on a row is kept for a while
     * @param more further condition
     */
    private record Kind(String table, String key, String at, String more, Duration kept) {

        Sql deletion(Instant before) {
            return Sql.of(
                    "delete from " + table + " where " + key + " in (select " + key + " from " + table + " where " + at
                            + " < ?" + more + " fetch first " + AT_ONCE + " rows only)",
                    before);
        }
    }
}
