package org.sencrm.core.signin;

import java.time.Clock;
import org.sencrm.core.signin.UserDirectory.Account;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/** Password hashes in the table {@code CORE_CREDENTIAL}, which is no record: no list, export or history ever shows it. */
final class Passwords {

    private final Database database;
    private final Hashing hashing;
    private final Clock clock;

    /** Of a password that nobody knows: an unknown name is checked against it, so that it costs the same time. */
    private final String dummy;

    Passwords(Database database, Hashing hashing, Clock clock) {
        this.database = database;
        this.hashing = hashing;
        this.clock = clock;
        this.dummy = hashing.hash(RandomPassword.next());
    }

    /**
     * Whether the account may sign in with the password: one computation, whoever it is.
     *
     * @param account null for an unknown name
     */
    boolean fits(Account account, char[] password) {
        boolean known = account != null && account.maySignIn();
        boolean same = hashing.matches(password, known ? account.passwordHash() : dummy);
        return known && same;
    }

    /** As {@link Hashing#isCrowded}. */
    boolean isCrowded() {
        return hashing.isCrowded();
    }

    /** Makes the hash anew where it was made with other parameters. */
    void renew(Account account, char[] password) {
        if (hashing.isOutdated(account.passwordHash())) {
            store(account.userId(), password);
        }
    }

    void store(long userId, char[] password) {
        String hash = hashing.hash(password);
        database.write(connection -> {
            int known = Sql.of(
                            "update CORE_CREDENTIAL set PASSWORD_HASH = ?, CHANGED_AT = ? where USER_ID = ?",
                            hash,
                            clock.instant(),
                            userId)
                    .execute(connection);
            if (known == 0) {
                Sql.of(
                                "insert into CORE_CREDENTIAL (USER_ID, PASSWORD_HASH, CHANGED_AT) values (?, ?, ?)",
                                userId,
                                hash,
                                clock.instant())
                        .execute(connection);
            }
            return null;
        });
    }

    void forget(long userId) {
        database.write(Sql.of("delete from CORE_CREDENTIAL where USER_ID = ?", userId)::execute);
    }

    /** Whether nobody has a password yet. */
    boolean isEmpty() {
        Sql count = Sql.of("select count(*) from CORE_CREDENTIAL");
        return database.read(connection -> count.first(connection, row -> row.getLong(1))) == 0;
    }
}
