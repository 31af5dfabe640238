package org.sencrm.core.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Networks;

/**
 * Who may be signed in and since when, from memory, and who is behind a user name. Memory is looked at again after five
 * seconds, as another node may have changed what is stored. Thread safe.
 */
@Component(service = UserDirectory.class)
public final class UserDirectory {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;

    private final Database database;
    private final UserNetworks userNetworks;
    private final Clock clock;
    private final Map<Long, Standing> standings = new ConcurrentHashMap<>();

    @Activate
    public UserDirectory(@Reference Database database) {
        this(database, Clock.systemUTC());
    }

    UserDirectory(Database database, Clock clock) {
        this.database = database;
        this.userNetworks = new UserNetworks(database);
        this.clock = clock;
    }

    /** The form in which user names are stored and compared: lower case, without blanks around. */
    public static String normal(String userName) {
        return userName == null ? "" : userName.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the user is there and not switched off. */
    boolean isActive(long userId) {
        return standing(userId).active;
    }

    /** How often all sessions of the user were ended. */
    long epoch(long userId) {
        return standing(userId).epoch;
    }

    /** Whether the user, or nobody for 0, may work from the address. */
    boolean allows(long userId, String address) {
        return standing(userId).networks.stream().allMatch(list -> list.hold(address));
    }

    /** Ends all sessions of the user, here and on other nodes, once the thread's transaction is committed. */
    public void endSessions(long userId) {
        database.write(connection -> {
            int known = Sql.of("update CORE_SESSION_EPOCH set EPOCH = EPOCH + 1 where USER_ID = ?", userId)
                    .execute(connection);
            if (known == 0) {
                Sql.of("insert into CORE_SESSION_EPOCH (USER_ID, EPOCH) values (?, 1)", userId)
                        .execute(connection);
            }
            return null;
        });
        database.afterCommit(() -> forget(userId));
    }

    /** Ends all sessions of a user who leaves, and takes the API tokens back for good: a return does not revive them. */
    public void dismiss(long userId) {
        database.write(ApiTokens.deletion(userId)::execute);
        endSessions(userId);
    }

    /** To be called once a change of the user is committed. */
    public void forget(long userId) {
        standings.remove(userId);
    }

    /** To be called once a change of roles is committed. */
    void forgetAll() {
        standings.clear();
    }

    private Standing standing(long userId) {
        Instant now = clock.instant();
        Standing known = standings.get(userId);
        if (known != null && known.until.isAfter(now)) {
            return known;
        }
        if (standings.size() >= MOST_REMEMBERED) {
            standings.clear();
        }
        Standing loaded = load(userId, now.plus(REMEMBERED));
        standings.put(userId, loaded);
        return loaded;
    }

    /** The user of that name with its password hash, which is null for one without a password; null where there is none. */
    Account find(String userName) {
        return account(Sql.of("u.USER_NAME = ?", normal(userName)));
    }

    Account find(long userId) {
        return account(Sql.of("u.ID = ?", userId));
    }

    /** All that others know the user by: user name, name, e-mail address and what stands before its {@code @}. */
    List<String> namesOf(Account account) {
        Person person = person(account.userId());
        return person.email() == null
                ? List.of(account.userName(), person.name())
                : List.of(
                        account.userName(),
                        person.name(),
                        person.email(),
                        person.email().split("@", 2)[0]);
    }

    /** What the user is called; null where there is none. */
    Person person(long userId) {
        Sql one = Sql.of("select NAME, EMAIL from CORE_USER where ID = ?", userId);
        return database.read(
                connection -> one.first(connection, row -> new Person(row.getString(1), row.getString(2))));
    }

    /** The user of that name, else the only one with that e-mail address; null where there is none, or several have it. */
    Account findByNameOrEmail(String typed) {
        Account named = find(typed);
        if (named != null) {
            return named;
        }
        Sql some = Sql.of("select ID from CORE_USER where lower(EMAIL) = ? and DELETED_AT is null", normal(typed));
        List<Long> ids = database.read(connection -> some.query(connection, row -> row.getLong(1)));
        return ids.size() == 1 ? find(ids.get(0)) : null;
    }

    /**
     * The name of the user whom an outside directory may mean by what was typed: by the name itself, that of a link, or the
     * e-mail address. The typed one where that is nobody.
     */
    String nameBehind(String typed) {
        Sql some = Sql.of("select u.USER_NAME from CORE_USER u where u.DELETED_AT is null and (u.USER_NAME = ?", typed)
                .add(" or lower(u.EMAIL) = ?", typed)
                .add(" or u.ID in (select o.USER_ID from CORE_OUTSIDE_LINK o where o.NAME = ?)) order by u.ID", typed);
        List<String> names = database.read(connection -> some.query(connection, row -> row.getString(1)));
        return names.isEmpty() || names.contains(typed) ? typed : names.get(0);
    }

    /** Whether the name looks like that of a user other than this one. */
    boolean isLikeAnother(String name, long userId) {
        String likeness = Likeness.of(name);
        Sql others = Sql.of("select USER_NAME from CORE_USER where ID <> ? and DELETED_AT is null", userId);
        return database.read(connection -> others.query(connection, row -> row.getString(1))).stream()
                .anyMatch(other -> Likeness.of(other).equals(likeness));
    }

    private Account account(Sql condition) {
        Sql one = Sql.of("select u.ID, u.USER_NAME, u.ACTIVE, c.PASSWORD_HASH, coalesce(e.EPOCH, 0),"
                        + " (select min(o.NAME) from CORE_OUTSIDE_LINK o where o.USER_ID = u.ID),"
                        + " (select count(*) from CORE_OUTSIDE_LINK o where o.USER_ID = u.ID)"
                        + " from CORE_USER u left join CORE_CREDENTIAL c on c.USER_ID = u.ID"
                        + " left join CORE_SESSION_EPOCH e on e.USER_ID = u.ID where u.DELETED_AT is null and ")
                .add(condition);
        return database.read(connection -> one.first(
                connection,
                row -> new Account(
                        row.getLong(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getLong(7) > 0)));
    }

    private Standing load(long userId, Instant until) {
        Sql one = Sql.of(
                "select u.ACTIVE, u.DELETED_AT, coalesce(e.EPOCH, 0) from CORE_USER u"
                        + " left join CORE_SESSION_EPOCH e on e.USER_ID = u.ID where u.ID = ?",
                userId);
        List<Networks> networks = userNetworks.of(userId);
        Standing found = database.read(connection -> one.first(
                connection,
                row -> new Standing(
                        row.getBoolean(1) && row.getTimestamp(2) == null, row.getLong(3), networks, until)));
        return found == null ? new Standing(false, 0, networks, until) : found;
    }

    /** @param networks within each of which the user has to be */
    private record Standing(boolean active, long epoch, List<Networks> networks, Instant until) {}

    /** @param email null for none */
    record Person(String name, String email) {}

    /**
     * @param passwordHash null where the user has no password and so cannot sign in with one
     * @param epoch how often all sessions of the user were ended
     * @param outsideName with which an outside directory knows the user; null where none vouches for them
     * @param linked whether an outside directory or provider vouches for the user
     */
    record Account(
            long userId,
            String userName,
            boolean active,
            String passwordHash,
            long epoch,
            String outsideName,
            boolean linked) {

        /** Whether the user has no password here and signs in by an outside directory or provider. */
        boolean isKeptOutside() {
            return passwordHash == null && linked;
        }

        boolean maySignIn() {
            return active && passwordHash != null;
        }
    }
}
