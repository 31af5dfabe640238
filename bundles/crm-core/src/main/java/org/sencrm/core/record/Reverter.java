package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Records.Reverted;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/**
 * Takes back what a job changed. The table {@code CORE_REVERT} holds how far it came. Hooks are not asked: what they did on
 * behalf of the job is in the log of the job and is taken back with it.
 */
final class Reverter {

    private static final int MOST = 5_000;
    private static final int AT_ONCE = 500;

    private final Database database;
    private final TakeBack takeBack;
    private final ChangeLog log;
    private final Faults faults;

    Reverter(Database database, TakeBack takeBack, ChangeLog log, Faults faults) {
        this.database = database;
        this.takeBack = takeBack;
        this.log = log;
        this.faults = faults;
    }

    Reverted revert(Caller caller, long job, int limit) {
        if (job <= 0 || limit < 1 || limit > MOST) {
            throw faults.badRequest(caller, "fault.limit", MOST);
        }
        return database.write(connection -> {
            List<TakeBack.Outcome> outcomes = step(connection, caller, job, limit, TakeBack.Manner.LENIENT);
            int kept =
                    (int) outcomes.stream().filter(outcome -> !outcome.done()).count();
            return new Reverted(outcomes.size() - kept, kept, outcomes.size() < limit);
        });
    }

    /**
     * Takes back all that a job changed, in one transaction and with the present rights of the caller.
     *
     * @return what stays as it is, as somebody changed it since
     */
    List<TakeBack.Outcome> revertWhole(Caller caller, long job) {
        return database.write(connection -> {
            List<TakeBack.Outcome> kept = new ArrayList<>();
            List<TakeBack.Outcome> step;
            do {
                step = step(connection, caller, job, AT_ONCE, TakeBack.Manner.STRICT);
                step.stream().filter(TakeBack.Outcome::keepsSomething).forEach(kept::add);
            } while (step.size() == AT_ONCE);
            return kept;
        });
    }

    private List<TakeBack.Outcome> step(
            Connection connection, Caller caller, long job, int limit, TakeBack.Manner manner) throws SQLException {
        // our own changes belong to the job too: they are nobody else's, and stand behind all that is to be taken back
        Caller reverting = caller.inJob(job, caller.through());
        long before = position(connection, job);
        List<TakeBack.Outcome> outcomes = new ArrayList<>();
        for (ChangeEntry entry : log.ofJob(connection, job, before, limit)) {
            outcomes.add(takeBack.run(connection, reverting, entry, manner));
        }
        if (!outcomes.isEmpty()) {
            long last = outcomes.get(outcomes.size() - 1).entry().id();
            move(connection, job, before, last);
        }
        return outcomes;
    }

    private static long position(Connection connection, long job) throws SQLException {
        Long position = Sql.of("select CHANGE_ID from CORE_REVERT where JOB_ID=?", job)
                .first(connection, row -> row.getLong(1));
        return position == null ? Long.MAX_VALUE : position;
    }

    private static void move(Connection connection, long job, long from, long to) throws SQLException {
        if (from == Long.MAX_VALUE) {
            Sql.of("insert into CORE_REVERT (JOB_ID, CHANGE_ID) values (?,?)", job, to)
                    .execute(connection);
        } else {
            Sql.of("update CORE_REVERT set CHANGE_ID=? where JOB_ID=?", to, job).execute(connection);
        }
    }
}
