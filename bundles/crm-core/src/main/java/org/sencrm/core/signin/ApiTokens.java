package org.sencrm.core.signin;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sencrm.api.access.Scopes;
import org.sencrm.api.access.SignIn.IssuedToken;
import org.sencrm.api.access.SignIn.Token;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens in the table {@code CORE_TOKEN}: 256 random bits, of which only the SHA-256 is stored. One that was used lately is
 * answered from memory.
 */
final class ApiTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ApiTokens.class);
    private static final String PREFIX = "sen_";
    private static final int SECRET_LENGTH = PREFIX.length() + 43;
    private static final int MAX_KNOWN = 10_000;
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;
    private final Map<String, Known> bySecretHash = new ConcurrentHashMap<>();

    ApiTokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param secondFactor whether whoever makes it signed in with one */
    IssuedToken issue(long userId, String label, Duration lifetime, Scopes scopes, boolean secondFactor) {
        return database.write(connection -> issue(connection, userId, label, lifetime, scopes, secondFactor));
    }

    /** As above, as a part of the transaction. */
    IssuedToken issue(
            Connection connection, long userId, String label, Duration lifetime, Scopes scopes, boolean secondFactor)
            throws SQLException {
        String secret = PREFIX + RandomSecret.make();
        long id = Ids.next();
        Instant now = clock.instant();
        Instant end = now.plus(lifetime);
        Sql.of(
                        "insert into CORE_TOKEN (ID, USER_ID, LABEL, SECRET_HASH, CREATED_AT, EXPIRES_AT,"
                                + " SECOND_FACTOR, SCOPES) values (?, ?, ?, ?, ?, ?, ?, ?)",
                        id,
                        userId,
                        label,
                        Digest.sha256(secret),
                        now,
                        end,
                        secondFactor)
                .bind(ColumnType.TEXT, scopes.isLimited() ? scopes.toString() : null)
                .execute(connection);
        return new IssuedToken(id, secret, end);
    }

    /** Those that are not over, newest first. */
    List<Token> of(long userId) {
        Sql all = Sql.of(
                "select ID, LABEL, CREATED_AT, EXPIRES_AT, LAST_USED_AT, SCOPES, SECOND_FACTOR from CORE_TOKEN"
                        + " where USER_ID = ? and EXPIRES_AT >= ? order by ID desc",
                userId,
                clock.instant());
        return database.read(connection -> all.query(
                connection,
                row -> new Token(
                        row.getLong(1),
                        row.getString(2),
                        (Instant) ColumnType.TIMESTAMP.read(row, 3),
                        (Instant) ColumnType.TIMESTAMP.read(row, 4),
                        (Instant) ColumnType.TIMESTAMP.read(row, 5),
                        scopes(row.getString(6)),
                        row.getBoolean(7))));
    }

    private static Scopes scopes(String stored) {
        return stored == null ? Scopes.ALL : Scopes.of(List.of(stored.split(" ")));
    }

    /** Whose token it is; null where there is none. */
    Long userOf(long id) {
        Sql one = Sql.of("select USER_ID from CORE_TOKEN where ID = ?", id);
        return database.read(connection -> one.first(connection, row -> row.getLong(1)));
    }

    /** @return false where there is no such token any more */
    boolean revoke(long id) {
        Sql one = Sql.of("delete from CORE_TOKEN where ID = ?", id);
        boolean revoked = database.write(one::execute) > 0;
        database.afterCommit(() -> bySecretHash.values().removeIf(known -> known.token.id == id));
        return revoked;
    }

    void revokeAll(long userId) {
        database.write(deletion(userId)::execute);
        database.afterCommit(() -> bySecretHash.values().removeIf(known -> known.token.userId == userId));
    }

    /** What takes all tokens of a user out of the database; those in memory are found out at their next touch. */
    static Sql deletion(long userId) {
        return Sql.of("delete from CORE_TOKEN where USER_ID = ?", userId);
    }

    /**
     * A token that can be used until it is over.
     *
     * @param secondFactor whether whoever made it had signed in with one
     */
    record Working(long id, long userId, Instant expiresAt, Scopes scopes, boolean secondFactor) {}

    /** The token behind a secret; null where it is unknown, revoked or over. */
    Working working(String secret) {
        if (secret == null || secret.length() != SECRET_LENGTH || !secret.startsWith(PREFIX)) {
            return null;
        }
        String hash = Digest.sha256(secret);
        Known known = known(hash);
        if (known == null || !known.token.expiresAt.isAfter(clock.instant())) {
            return null;
        }
        return touch(hash, known) ? known.token : null;
    }

    private Known known(String hash) {
        Known known = bySecretHash.get(hash);
        if (known != null) {
            return known;
        }
        if (bySecretHash.size() >= MAX_KNOWN) {
            bySecretHash.clear();
        }
        return bySecretHash.computeIfAbsent(hash, this::load);
    }

    private Known load(String hash) {
        Sql one = Sql.of(
                "select ID, USER_ID, EXPIRES_AT, SCOPES, SECOND_FACTOR from CORE_TOKEN where SECRET_HASH = ?", hash);
        return database.read(connection -> one.first(
                connection,
                row -> new Known(new Working(
                        row.getLong(1),
                        row.getLong(2),
                        (Instant) ColumnType.TIMESTAMP.read(row, 3),
                        scopes(row.getString(4)),
                        row.getBoolean(5)))));
    }

    /**
     * Notes the use, once a minute. That is also when this node learns that another one has revoked the token.
     *
     * @return false where it is revoked
     */
    private boolean touch(String hash, Known known) {
        Instant now = clock.instant();
        if (!known.dueForTouch(now)) {
            return true;
        }
        try {
            Sql use = Sql.of("update CORE_TOKEN set LAST_USED_AT = ? where ID = ?", now, known.token.id);
            if (database.write(use::execute) > 0) {
                return true;
            }
            bySecretHash.remove(hash);
            return false;
        } catch (RuntimeException e) {
            LOG.warn("The use of token {} could not be noted", known.token.id, e);
            return true;
        }
    }

    /** A token in memory. */
    private static final class Known {

        private final Working token;
        private Instant touchedAt = Instant.MIN;

        Known(Working token) {
            this.token = token;
        }

        /** True for one caller only, until the next minute. */
        synchronized boolean dueForTouch(Instant now) {
            if (touchedAt.plus(TOUCH_EVERY).isAfter(now)) {
                return false;
            }
            touchedAt = now;
            return true;
        }
    }
}
