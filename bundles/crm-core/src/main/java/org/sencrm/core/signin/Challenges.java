package org.sencrm.core.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Digest;

/**
 * Sign-ins of which the password is proved and the second factor is not, in the table {@code CORE_CHALLENGE}: 256 random bits,
 * of which only the SHA-256 is stored. Each is good for one sign-in of one user, for five tries and five minutes.
 */
final class Challenges {

    private static final int MOST_TRIES = 5;
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Database database;
    private final Clock clock;

    Challenges(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new one; those that are over go. */
    String issue(long user, long epoch) {
        String secret = RandomSecret.make();
        Instant now = clock.instant();
        return database.write(connection -> {
            Sql.of("delete from CORE_CHALLENGE where EXPIRES_AT < ?", now).execute(connection);
            Sql.of(
                            "insert into CORE_CHALLENGE (SECRET_HASH, USER_ID, EPOCH, TRIES, EXPIRES_AT)"
                                    + " values (?, ?, ?, 0, ?)",
                            Digest.sha256(secret),
                            user,
                            epoch,
                            now.plus(LIFETIME))
                    .execute(connection);
            return secret;
        });
    }

    /** The one behind the secret; null where it is unknown, over, or was answered or tried too often. */
    Open find(String secret) {
        Sql one = Sql.of(
                "select USER_ID, EPOCH from CORE_CHALLENGE where SECRET_HASH = ? and TRIES < ? and EXPIRES_AT >= ?",
                Digest.sha256(secret),
                MOST_TRIES,
                clock.instant());
        return database.read(connection -> one.first(connection, row -> new Open(row.getLong(1), row.getLong(2))));
    }

    /**
     * What an answer that is worked out is bound to: as hard to guess as the secret and good as long, but who knows it, as a
     * module does, does not know the secret.
     */
    static String nonce(String secret) {
        byte[] digest = HexFormat.of().parseHex(Digest.sha256("nonce " + secret));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** Counts a try before it is made. @return false where there is none left */
    boolean countTry(String secret) {
        Sql one = Sql.of(
                "update CORE_CHALLENGE set TRIES = TRIES + 1 where SECRET_HASH = ? and TRIES < ?",
                Digest.sha256(secret),
                MOST_TRIES);
        return database.write(one::execute) == 1;
    }

    /** @return true for one caller only */
    boolean close(String secret) {
        Sql one = Sql.of("delete from CORE_CHALLENGE where SECRET_HASH = ?", Digest.sha256(secret));
        return database.write(one::execute) == 1;
    }

    /** @param epoch that of the user's sessions when the password was proved */
    record Open(long user, long epoch) {}
}
