package org.sencrm.core.gate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/**
 * Gives the rights of a caller. What a user may do is read from users, roles and teams, remembered until one of them
 * changes, and looked at again after half a minute in any case, as another node may have changed it.
 */
@Component(service = {Access.class, Gate.class})
public final class Gate implements Access {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final Set<String> SOURCES = Set.of(SystemFields.USERS, SystemFields.ROLES, SystemFields.TEAMS);

    private final Database database;
    private final TypeRegistry types;
    private final RecentProofs proofs;
    private final Clock clock;
    private final MemberLoader loader;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    @Activate
    public Gate(@Reference Database database, @Reference TypeRegistry types, @Reference RecentProofs proofs) {
        this(database, types, proofs, Clock.systemUTC());
    }

    Gate(Database database, TypeRegistry types, RecentProofs proofs, Clock clock) {
        this.database = database;
        this.types = types;
        this.proofs = proofs;
        this.clock = clock;
        this.loader = new MemberLoader(types);
    }

    /** What the caller may do now. */
    public Rights rights(Caller caller) {
        return caller.isSystem()
                ? Rights.SYSTEM
                : rights(caller.userId()).within(caller.entry().scopes());
    }

    /** The main team of an active user, with its name; null for none. */
    public org.sencrm.api.record.Reference teamOf(long userId) {
        Member member = rights(userId).member();
        return member == null ? null : member.mainTeam();
    }

    private Rights rights(long userId) {
        long present = generation.get();
        Known remembered = known.get(userId);
        if (remembered != null
                && remembered.generation == present
                && clock.instant().isBefore(remembered.until)) {
            return remembered.rights;
        }
        Rights rights = database.read(connection -> load(connection, userId));
        // what a transaction has changed and not yet committed must not outlive it
        if (!database.inTransaction()) {
            known.put(userId, new Known(rights, present, clock.instant().plus(REMEMBERED)));
        }
        return rights;
    }

    private Rights load(Connection connection, long userId) throws SQLException {
        Member member = loader.load(connection, userId);
        return member == null
                ? Rights.NOBODY
                : Rights.of(member, types::present, OpenedRecords.load(database, connection, member));
    }

    /** To be told of every committed change of what is shared, before anybody can ask again. */
    public void sharesChanged() {
        generation.incrementAndGet();
        known.clear();
    }

    /** To be told of every committed change, before anybody can ask again. */
    public void changed(String type) {
        if (SOURCES.contains(type)) {
            sharesChanged();
        }
    }

    @Override
    public boolean may(Caller caller, Right right, String type) {
        return types.stored(type)
                .map(stored -> rights(caller).may(right, stored))
                .orElse(false);
    }

    @Override
    public boolean mayShare(Caller caller, String type) {
        return types.stored(type)
                .map(stored -> rights(caller).mayShare(Right.CREATE, stored))
                .orElse(false);
    }

    @Override
    public boolean mayUpdate(Caller caller, String type, long id) {
        return types.stored(type).map(stored -> reaches(caller, stored, id)).orElse(false);
    }

    private boolean reaches(Caller caller, StoredType type, long id) {
        Sql question = Sql.of("select ID from " + type.table() + " where ID=? and DELETED_AT is null", id);
        Sql condition = rights(caller).condition(Right.UPDATE, type);
        if (!condition.isEmpty()) {
            question.add(" and ").add(condition);
        }
        return database.read(connection -> question.first(connection, row -> row.getLong(1))) != null;
    }

    @Override
    public Set<String> hiddenFields(Caller caller, String type) {
        return types.stored(type)
                .map(stored -> Set.copyOf(rights(caller).hidden(stored)))
                .orElse(Set.of());
    }

    @Override
    public boolean isOutside(Caller caller) {
        return rights(caller).isOutside();
    }

    @Override
    public boolean isAdministrator(Caller caller) {
        return rights(caller).isAdministrator();
    }

    @Override
    public boolean allows(Caller caller, String permission) {
        return rights(caller).allows(permission);
    }

    @Override
    public boolean mayUse(Caller caller, String module) {
        return rights(caller).mayUse(module);
    }

    @Override
    public boolean isProven(Caller caller) {
        return proofs.isRecent(caller);
    }

    @Override
    public void requireProof(Caller caller) {
        proofs.require(caller);
    }

    /** Lets pass whoever may change records of the type now; one that is not there passes, and is refused by whoever looks. */
    public void requireProof(Caller caller, String type) {
        boolean asked = caller.entry().isSession() || caller.entry().scopes().isLimited();
        if (asked
                && types.stored(type)
                        .filter(stored -> stored.declared().needsProof())
                        .isPresent()) {
            requireProof(caller);
        }
    }

    @Override
    public Profile profile(Caller caller) {
        Rights rights = rights(caller);
        Map<String, List<String>> permissions = new TreeMap<>();
        for (StoredType type : types.stored()) {
            List<String> codes = Arrays.stream(Right.values())
                    .filter(right -> rights.may(right, type))
                    .map(Right::code)
                    .toList();
            if (!codes.isEmpty()) {
                permissions.put(type.name(), codes);
            }
        }
        Member member = rights.member();
        return member == null
                ? new Profile(caller.userId(), "", "", "", rights.isAdministrator(), List.of(), List.of(), permissions)
                : new Profile(
                        member.userId(),
                        member.userName(),
                        member.name(),
                        member.email(),
                        rights.isAdministrator(),
                        member.roles(),
                        member.teams(),
                        permissions);
    }

    /** Ids of the roles of whoever asks; none for the product itself. */
    public Set<Long> roles(Caller caller) {
        Member member = rights(caller).member();
        return member == null
                ? Set.of()
                : member.roles().stream().map(role -> role.id()).collect(Collectors.toSet());
    }

    private record Known(Rights rights, long generation, Instant until) {}
}
