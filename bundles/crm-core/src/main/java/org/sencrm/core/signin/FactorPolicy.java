package org.sencrm.core.signin;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.Factors;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/**
 * Who has to have a second factor, by a date of the company or of one of the user's roles, and until when a user without one
 * still gets in: some days from the first sign-in at which it was missing, or from the day an administrator took it away.
 */
final class FactorPolicy {

    private final Database database;
    private final Settings settings;
    private final Clock clock;

    FactorPolicy(Database database, Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isRequired(long user) {
        LocalDate today = LocalDate.now(clock.withZone(zone()));
        return isReached(settings.get(Factors.EVERYBODY_FROM, null), today) || isRequiredByRole(user, today);
    }

    /** A date that nobody can read counts as reached: a mistake must not open the door. */
    private static boolean isReached(String from, LocalDate today) {
        if (from == null || from.isBlank()) {
            return false;
        }
        try {
            return !LocalDate.parse(from.strip()).isAfter(today);
        } catch (DateTimeException e) {
            return true;
        }
    }

    private boolean isRequiredByRole(long user, LocalDate today) {
        List<Long> roles = new UserRoles(database).of(user);
        if (roles.isEmpty()) {
            return false;
        }
        Sql count = Sql.of(
                        "select count(*) from CORE_ROLE where DELETED_AT is null and SECOND_FACTOR_FROM <= ? and ID"
                                + " in ",
                        today)
                .list(ColumnType.LONG, roles);
        return database.read(connection -> count.first(connection, row -> row.getLong(1))) > 0;
    }

    /** Until when a user who has to have a factor and has none gets in; null where no sign-in found it missing yet. */
    Instant until(long user) {
        Sql one = Sql.of("select SINCE from CORE_FACTOR_DUE where USER_ID = ?", user);
        Instant since =
                database.read(connection -> one.first(connection, row -> (Instant) ColumnType.TIMESTAMP.read(row, 1)));
        return since == null ? null : since.plus(Duration.ofDays(graceDays()));
    }

    /** From now on the user has all the days again. */
    void restart(long user) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.write(connection -> {
            int known = Sql.of("update CORE_FACTOR_DUE set SINCE = ? where USER_ID = ?", now, user)
                    .execute(connection);
            if (known == 0) {
                Sql.of("insert into CORE_FACTOR_DUE (USER_ID, SINCE) values (?, ?)", user, now)
                        .execute(connection);
            }
            return null;
        });
    }

    void forget(long user) {
        database.write(Sql.of("delete from CORE_FACTOR_DUE where USER_ID = ?", user)::execute);
    }

    private int graceDays() {
        try {
            int days = Integer.parseInt(settings.get(Factors.GRACE_DAYS, "").strip());
            return Math.max(1, Math.min(Factors.MOST_GRACE_DAYS, days));
        } catch (NumberFormatException nobodyDecided) {
            return Factors.USUAL_GRACE_DAYS;
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(settings.get(Settings.ZONE, "UTC"));
        } catch (DateTimeException e) {
            return ZoneId.of("UTC");
        }
    }
}
