package org.sencrm.core.signin;

import java.time.Clock;
import java.util.List;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Digest;

/**
 * Which users outside authorities vouch for, in the table {@code CORE_OUTSIDE_LINK}: one user for each subject of an authority,
 * and one subject of each authority for a user.
 */
final class OutsideLinks {

    private final Database database;
    private final Clock clock;

    OutsideLinks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The user's id; null where the identity is linked to nobody. */
    Long find(OutsideIdentity who) {
        Sql one = Sql.of("select USER_ID from CORE_OUTSIDE_LINK where IDENTITY_HASH = ?", hash(who));
        return database.read(connection -> one.first(connection, row -> row.getLong(1)));
    }

    /** Whether the authority vouches for the user already, as somebody. */
    boolean isLinked(long user, String authority) {
        Sql count =
                Sql.of("select count(*) from CORE_OUTSIDE_LINK where USER_ID = ? and AUTHORITY = ?", user, authority);
        return database.read(connection -> count.first(connection, row -> row.getLong(1))) > 0;
    }

    /** @param name with which the person signs in at a directory; null at a provider, whose names no directory knows */
    void insert(OutsideIdentity who, long user, String name) {
        Sql one = Sql.of(
                        "insert into CORE_OUTSIDE_LINK (IDENTITY_HASH, AUTHORITY, SUBJECT, USER_ID, NAME, LINKED_AT)"
                                + " values (?, ?, ?, ?, ",
                        hash(who),
                        who.authority(),
                        who.subject(),
                        user)
                .add("?")
                .bind(ColumnType.TEXT, name)
                .add(", ?)", clock.instant());
        database.write(one::execute);
    }

    /**
     * Notes with which name the person signs in there now.
     *
     * @param name as in {@link #insert}
     */
    void rename(OutsideIdentity who, String name) {
        Sql known = Sql.of("select NAME from CORE_OUTSIDE_LINK where IDENTITY_HASH = ?", hash(who));
        List<String> names = database.read(connection -> known.query(connection, row -> row.getString(1)));
        if (!names.contains(name)) {
            Sql one = Sql.of("update CORE_OUTSIDE_LINK set NAME = ")
                    .add("?")
                    .bind(ColumnType.TEXT, name)
                    .add(" where IDENTITY_HASH = ?", hash(who));
            database.write(one::execute);
        }
    }

    /** No authority contains a line break, so no two identities give the same text. */
    private static String hash(OutsideIdentity who) {
        return Digest.sha256(who.authority().replace('\n', ' ') + '\n' + who.subject());
    }
}
