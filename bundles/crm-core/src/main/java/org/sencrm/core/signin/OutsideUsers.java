package org.sencrm.core.signin;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.core.access.Administrators;
import org.sencrm.core.signin.UserDirectory.Account;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the user for whom an outside authority vouches, and links or makes one at the first sign-in as far as the settings
 * allow. A name is never a reason to link: whoever may choose names there could choose anybody's here.
 */
@Component(service = OutsideUsers.class)
public final class OutsideUsers {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideUsers.class);
    private static final int LONGEST = 300;
    private static final int MOST_TRIES = 3;
    private static final int ASCII = 128;

    private final Database database;
    private final Records records;
    private final Settings settings;
    private final UserDirectory directory;
    private final Administrators administrators;
    private final OutsideLinks links;

    @Activate
    public OutsideUsers(
            @org.osgi.service.component.annotations.Reference Database database,
            @org.osgi.service.component.annotations.Reference Records records,
            @org.osgi.service.component.annotations.Reference Settings settings,
            @org.osgi.service.component.annotations.Reference UserDirectory directory,
            @org.osgi.service.component.annotations.Reference Administrators administrators) {
        this(database, records, settings, directory, administrators, Clock.systemUTC());
    }

    OutsideUsers(
            Database database,
            Records records,
            Settings settings,
            UserDirectory directory,
            Administrators administrators,
            Clock clock) {
        this.database = database;
        this.records = records;
        this.settings = settings;
        this.directory = directory;
        this.administrators = administrators;
        this.links = new OutsideLinks(database, clock);
    }

    /** Null where the identity is linked to nobody. */
    Long linked(OutsideIdentity who) {
        return links.find(who);
    }

    /**
     * The user for whom the authority vouches, linked or made if need be.
     *
     * @param typed with which name the person signed in at a directory; null at a provider
     * @param onLink told the id of a user who was linked just now
     * @return null for nobody
     */
    Account admit(OutsideIdentity who, String typed, LongConsumer onLink) {
        if (who.authority().length() > LONGEST
                || who.subject().isEmpty()
                || who.subject().length() > LONGEST) {
            LOG.warn("An outside identity was refused: its authority or its subject has no proper length");
            return null;
        }
        Long user = admitted(who, typed, onLink);
        return user == null ? null : directory.find(user);
    }

    /** Who cannot be given the roles of the authority is not let in with others. */
    private Long admitted(OutsideIdentity who, String typed, LongConsumer onLink) {
        for (int tries = 1; ; tries++) {
            try {
                return knownOrNew(who, typed, onLink);
            } catch (Conflict changed) {
                if (tries == MOST_TRIES) {
                    LOG.warn("Somebody from outside was refused, as somebody else keeps changing the user");
                    return null;
                }
            } catch (Fault refused) {
                LOG.warn("Somebody from outside was refused: {}", refused.getMessage());
                return null;
            }
        }
    }

    private Long knownOrNew(OutsideIdentity who, String typed, LongConsumer onLink) {
        Long known = links.find(who);
        if (known == null) {
            return linkOrMake(who, typed, onLink);
        }
        links.rename(who, typed);
        follow(known, who);
        return known;
    }

    private Long linkOrMake(OutsideIdentity who, String typed, LongConsumer onLink) {
        try {
            return database.write(connection -> {
                Long found = isOn(OutsideIdentity.LINK_BY_EMAIL) ? withEmail(who) : null;
                Long user = found == null && isOn(OutsideIdentity.CREATE_USERS) ? make(who) : found;
                if (user != null) {
                    follow(user, who);
                    links.insert(who, user, typed);
                    onLink.accept(user);
                }
                return user;
            });
        } catch (StoreException e) {
            if (!e.isDuplicate()) {
                throw e;
            }
            // the same person came in twice at the same moment
            return links.find(who);
        }
    }

    /** The only user with the address; null where there is none, several have it, or somebody else there is that one. */
    private Long withEmail(OutsideIdentity who) {
        List<Addressed> some = who.emailVerified() && isPlain(who.email()) ? usersWith(who.email()) : List.of();
        return some.size() == 1
                        && isPlain(some.get(0).email())
                        && !links.isLinked(some.get(0).id(), who.authority())
                ? some.get(0).id()
                : null;
    }

    /** Letters beyond ASCII may become others in lower case, so that the address of one person would be that of another. */
    private static boolean isPlain(String email) {
        return email != null && email.chars().allMatch(each -> each < ASCII);
    }

    private List<Addressed> usersWith(String email) {
        if (email == null || email.isBlank()) {
            return List.of();
        }
        Sql some = Sql.of(
                "select ID, EMAIL from CORE_USER where lower(EMAIL) = ? and DELETED_AT is null",
                email.strip().toLowerCase(Locale.ROOT));
        return database.read(
                connection -> some.query(connection, row -> new Addressed(row.getLong(1), row.getString(2))));
    }

    /** Links to a password go to the address of a user, so it is kept only if it is theirs and nobody else's. */
    private Long make(OutsideIdentity who) {
        if (isTaken(who.userName())) {
            LOG.warn("No user was made for somebody from outside: another one has the name");
            return null;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("userName", who.userName());
        values.put("name", who.name() == null || who.name().isBlank() ? who.userName() : who.name());
        values.put("active", true);
        values.put("kind", "staff");
        if (who.emailVerified() && who.email() != null && usersWith(who.email()).isEmpty()) {
            values.put("email", who.email());
        }
        values.put("roles", who.roles() == null ? usualRole() : roles(who.roles()));
        return records.create(Caller.system(), "users", values).id();
    }

    /** Also by a user in the trash, who may come back. */
    private boolean isTaken(String userName) {
        Sql one = Sql.of("select ID from CORE_USER where USER_NAME = ?", UserDirectory.normal(userName));
        return database.read(connection -> one.first(connection, row -> row.getLong(1))) != null;
    }

    private List<Reference> usualRole() {
        String role = settings.get(OutsideIdentity.ROLE, "");
        return role.matches("\\d{1,18}") ? List.of(Reference.to("roles", Long.parseLong(role))) : List.of();
    }

    /**
     * Gives the user the roles that the authority decides. Who loses one has no session left that began with it.
     *
     * @throws Fault where the user cannot get them; the transaction around it can only be rolled back then
     */
    private void follow(long user, OutsideIdentity who) {
        if (who.roles() == null) {
            return;
        }
        List<Reference> wanted = roles(who.roles());
        Set<Long> ids = wanted.stream().map(Reference::id).collect(Collectors.toSet());
        List<Long> had = new UserRoles(database).of(user);
        if (ids.equals(Set.copyOf(had))) {
            return;
        }
        boolean falls =
                had.stream().anyMatch(administrators::isRole) && ids.stream().noneMatch(administrators::isRole);
        if (falls && !administrators.remainWithoutUser(user)) {
            LOG.warn("User {} keeps other roles than the directory says, as the last administrator", user);
            return;
        }
        long version = records.get(Caller.system(), "users", user).version();
        records.update(Caller.system(), "users", user, version, Map.of("roles", wanted));
    }

    private List<Reference> roles(Set<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        Sql some = Sql.of("select ID from CORE_ROLE where DELETED_AT is null and NAME in ")
                .list(ColumnType.TEXT, List.copyOf(names))
                .add(" order by ID");
        return database.read(connection -> some.query(connection, row -> Reference.to("roles", row.getLong(1))));
    }

    private boolean isOn(String key) {
        return Boolean.parseBoolean(settings.get(key, "false"));
    }

    private record Addressed(long id, String email) {}
}
