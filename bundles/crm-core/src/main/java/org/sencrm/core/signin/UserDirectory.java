package org.sencrm.core.signin;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/** Who may be signed in, from memory, and who is behind a user name. Thread safe. */
@Component(service = UserDirectory.class)
public final class UserDirectory {

    private final Database database;
    private final Map<Long, Boolean> active = new ConcurrentHashMap<>();

    @Activate
    public UserDirectory(@Reference Database database) {
        this.database = database;
    }

    /** The form in which user names are stored and compared: lower case, without blanks around. */
    public static String normal(String userName) {
        return userName == null ? "" : userName.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the user is there and not switched off. */
    boolean isActive(long userId) {
        Boolean known = active.get(userId);
        return known != null ? known : active.computeIfAbsent(userId, this::load);
    }

    /** To be called once a change of the user is committed. */
    public void forget(long userId) {
        active.remove(userId);
    }

    /** The user of that name with its password hash, which is null for one without a password; null where there is none. */
    Account find(String userName) {
        return account(Sql.of("u.USER_NAME = ?", normal(userName)));
    }

    Account find(long userId) {
        return account(Sql.of("u.ID = ?", userId));
    }

    private Account account(Sql condition) {
        Sql one = Sql.of("select u.ID, u.USER_NAME, u.ACTIVE, c.PASSWORD_HASH from CORE_USER u"
                        + " left join CORE_CREDENTIAL c on c.USER_ID = u.ID where u.DELETED_AT is null and ")
                .add(condition);
        return database.read(connection -> one.first(
                connection, row -> new Account(row.getLong(1), row.getString(2), row.getBoolean(3), row.getString(4))));
    }

    private boolean load(long userId) {
        Sql one = Sql.of("select ID from CORE_USER where ID = ? and ACTIVE = ? and DELETED_AT is null", userId, true);
        return database.read(connection -> one.first(connection, row -> row.getLong(1))) != null;
    }

    /** @param passwordHash null where the user has no password and so cannot sign in with one */
    record Account(long userId, String userName, boolean active, String passwordHash) {

        boolean maySignIn() {
            return active && passwordHash != null;
        }
    }
}
