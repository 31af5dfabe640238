package org.sencrm.core.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.UserSessions;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.gate.RecentProofs;
import org.sencrm.core.job.Node;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.store.Sql;

/**
 * Sessions in the table {@code CORE_USER_SESSION}. Those that began on this node are in memory too; which of them were ended
 * on another one is looked up for all of them at once, every five seconds. A node that starts has no sessions yet.
 */
@Component(service = UserSessions.class)
public final class StoredUserSessions implements UserSessions {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    /** Ended ones that this node may not have heard of. */
    private static final Duration LOOKED_BACK = Duration.ofMinutes(10);

    /** Largest number that a setting may say. */
    private static final int MOST = 10_000;

    private static final int DEFAULT_IDLE_MINUTES = 30;
    private static final int DEFAULT_LONGEST_HOURS = 24;
    private static final int LONGEST_ADDRESS = 45;

    private final Database database;
    private final Access access;
    private final Settings settings;
    private final Messages messages;
    private final SecurityLog log;
    private final RecentProofs proofs;
    private final Clock clock;
    private final String node;
    /** Those that began here. */
    private final Map<Long, Here> here = new ConcurrentHashMap<>();

    private volatile Ended ended = new Ended(Set.of(), Instant.MIN, Instant.MAX);

    @Activate
    public StoredUserSessions(
            @Reference Database database,
            @Reference Access access,
            @Reference Settings settings,
            @Reference Messages messages,
            @Reference RecentProofs proofs,
            @Reference Node node) {
        this(database, access, settings, messages, proofs, new SecurityLog(database), node.id(), Clock.systemUTC());
    }

    StoredUserSessions(
            Database database,
            Access access,
            Settings settings,
            Messages messages,
            RecentProofs proofs,
            SecurityLog log,
            String node,
            Clock clock) {
        this.database = database;
        this.access = access;
        this.settings = settings;
        this.messages = messages;
        this.log = log;
        this.proofs = proofs;
        this.node = node;
        this.clock = clock;
        database.write(Sql.of(
                "update CORE_USER_SESSION set ENDED_AT = ? where NODE = ? and ENDED_AT is null", now(), node)::execute);
    }

    @Override
    public long begin(Caller caller, String address, String agent) {
        long id = Ids.next();
        Instant now = now();
        String known = address == null || address.length() > LONGEST_ADDRESS ? null : address;
        Sql one = Sql.of(
                        "insert into CORE_USER_SESSION (ID, USER_ID, NODE, DEVICE, STARTED_AT, USED_AT, ADDRESS)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        id,
                        caller.userId(),
                        node,
                        Device.of(agent),
                        now,
                        now)
                .bind(ColumnType.TEXT, known);
        database.write(one::execute);
        here.put(id, new Here(now, now));
        proofs.noted(id);
        if (caller.entry().secondFactor()) {
            proofs.secondFactorGiven(id);
        }
        return id;
    }

    @Override
    public boolean isOpen(long id) {
        Here session = here.get(id);
        return session != null && session.startedAt.plus(longest()).isAfter(clock.instant()) && !ended().contains(id);
    }

    @Override
    public void used(long id, Instant at) {
        Here session = here.get(id);
        if (session == null || at.isBefore(session.notedAt.plus(NOTED_EVERY))) {
            return;
        }
        here.replace(id, session, new Here(session.startedAt, at));
        Sql one =
                Sql.of("update CORE_USER_SESSION set USED_AT = ? where ID = ?", at.truncatedTo(ChronoUnit.MICROS), id);
        database.write(one::execute);
    }

    @Override
    public void over(long id) {
        here.remove(id);
        proofs.over(id);
        close(id);
    }

    @Override
    public Duration idle() {
        return Duration.ofMinutes(number(IDLE_MINUTES, DEFAULT_IDLE_MINUTES));
    }

    @Override
    public List<Session> list(Caller caller, long userId) {
        if (!isOwn(caller, userId) && !mayAll(caller)) {
            throw new Forbidden(messages.text(caller.locale(), "session.forbidden"));
        }
        Sql open = Sql.of(
                "select ID, ADDRESS, DEVICE, STARTED_AT, USED_AT from CORE_USER_SESSION where USER_ID = ?"
                        + " and ENDED_AT is null order by USED_AT desc, ID desc",
                userId);
        return database.read(connection -> open.query(
                connection,
                row -> new Session(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        (Instant) ColumnType.TIMESTAMP.read(row, 4),
                        (Instant) ColumnType.TIMESTAMP.read(row, 5))));
    }

    @Override
    public void end(Caller caller, long id) {
        Sql one = Sql.of("select USER_ID from CORE_USER_SESSION where ID = ? and ENDED_AT is null", id);
        Long user = database.read(connection -> one.first(connection, row -> row.getLong(1)));
        if (user == null || !isOwn(caller, user) && !mayAll(caller)) {
            throw new NotFound(messages.text(caller.locale(), "session.notFound"));
        }
        close(id);
        log.sessionEnded(caller, user, id);
        database.afterCommit(() -> ended = new Ended(Set.of(), Instant.MIN, ended.lookedAt));
    }

    /** A token that is limited has nothing to do with where else its user is. */
    private static boolean isOwn(Caller caller, long userId) {
        return caller.userId() == userId && !caller.entry().scopes().isLimited();
    }

    private void close(long id) {
        Sql one = Sql.of("update CORE_USER_SESSION set ENDED_AT = ? where ID = ? and ENDED_AT is null", now(), id);
        database.write(one::execute);
    }

    private boolean mayAll(Caller caller) {
        return caller.isSystem() || access.isAdministrator(caller);
    }

    private Set<Long> ended() {
        Ended known = ended;
        Instant now = clock.instant();
        if (known.until.isAfter(now)) {
            return known.ids;
        }
        // a node that was cut off looks back to where it last saw anything
        Instant seen = known.lookedAt.isBefore(now) ? known.lookedAt : now;
        Sql late = Sql.of("select ID from CORE_USER_SESSION where ENDED_AT > ?", seen.minus(LOOKED_BACK));
        Set<Long> ids = Set.copyOf(database.read(connection -> late.query(connection, row -> row.getLong(1))));
        here.keySet().removeAll(ids);
        ended = new Ended(ids, now.plus(REMEMBERED), now);
        return ids;
    }

    private Duration longest() {
        return Duration.ofHours(number(LONGEST_HOURS, DEFAULT_LONGEST_HOURS));
    }

    /** What makes no sense counts as not set. */
    private int number(String key, int otherwise) {
        try {
            int number = Integer.parseInt(settings.get(key, String.valueOf(otherwise)));
            return Math.max(1, Math.min(MOST, number));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Here(Instant startedAt, Instant notedAt) {}

    /**
     * @param until when it is looked up again
     * @param lookedAt when it was last looked up; the end of time for not yet
     */
    private record Ended(Set<Long> ids, Instant until, Instant lookedAt) {}
}
