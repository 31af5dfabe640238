package org.sencrm.core.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sencrm.api.access.PasswordLinks;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Digest;

/** Links to a new password in the table {@code CORE_PASSWORD_LINK}: 256 random bits, of which only the SHA-256 is stored. */
final class LinkTable {

    private static final Duration LIFETIME = Duration.ofMinutes(PasswordLinks.MINUTES);

    private final Database database;
    private final Clock clock;

    LinkTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new link for the user as it is now. */
    Issued issue(UserDirectory.Account account) {
        String token = RandomSecret.make();
        Instant end = clock.instant().plus(LIFETIME);
        Sql one = Sql.of(
                "insert into CORE_PASSWORD_LINK (TOKEN_HASH, USER_ID, EPOCH, EXPIRES_AT) values (?, ?, ?, ?)",
                Digest.sha256(token),
                account.userId(),
                account.epoch(),
                end);
        database.write(one::execute);
        return new Issued(token, end);
    }

    /** Null where there is none, or its time is over. */
    Link find(String token) {
        if (token == null || token.isEmpty()) {
            return null;
        }
        Sql one = Sql.of(
                "select USER_ID, EPOCH from CORE_PASSWORD_LINK where TOKEN_HASH = ? and EXPIRES_AT > ?",
                Digest.sha256(token),
                clock.instant());
        return database.read(connection -> one.first(connection, row -> new Link(row.getLong(1), row.getLong(2))));
    }

    /**
     * Takes all links of the user away, in the thread's transaction.
     *
     * @return false where another one did so at the same moment
     */
    boolean takeAll(long userId) {
        return database.write(Sql.of("delete from CORE_PASSWORD_LINK where USER_ID = ?", userId)::execute) > 0;
    }

    record Issued(String token, Instant end) {}

    /** @param epoch of the user when the link was made: whatever ends sessions ends the link */
    record Link(long userId, long epoch) {}
}
