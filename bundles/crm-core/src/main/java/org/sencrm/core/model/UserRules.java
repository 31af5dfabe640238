package org.sencrm.core.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Access;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Reference;
import org.sencrm.api.search.Folding;
import org.sencrm.core.access.Administrators;
import org.sencrm.core.gate.Kinds;
import org.sencrm.core.signin.UserDirectory;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/**
 * Rules for users. A user name is made of the name where none is given. Roles and being active are for administrators to
 * decide, and the last administrator stays one. Partners and customers belong to a company and administer nothing. A new user has no password and so cannot sign in yet.
 */
@Component(property = RecordHook.TYPE + "=users")
public final class UserRules implements RecordHook {

    private static final String KIND = "kind";
    private static final String ACCOUNT = "account";
    private static final String ROLES = "roles";

    /** Who somebody is, what they may do, and where a link to another password goes. */
    private static final Set<String> GUARDED = Set.of("active", "email", "userName", "team", "teams", KIND, ACCOUNT);

    private static final Set<String> WHO_THEY_ARE = Set.of(KIND, ACCOUNT, ROLES);

    private static final Pattern USER_NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._@+-]+");

    private final Database database;
    private final Access access;
    private final Administrators administrators;
    private final UserDirectory directory;

    @Activate
    public UserRules(
            @org.osgi.service.component.annotations.Reference Database database,
            @org.osgi.service.component.annotations.Reference Access access,
            @org.osgi.service.component.annotations.Reference Administrators administrators,
            @org.osgi.service.component.annotations.Reference UserDirectory directory) {
        this.database = database;
        this.access = access;
        this.administrators = administrators;
        this.directory = directory;
    }

    @Override
    public void beforeSave(Draft draft) {
        nameUser(draft);
        guardRights(draft);
        checkKind(draft);
        if (!draft.isNew() && isAdministrator(draft, true) && !isAdministrator(draft, false)) {
            keepOneAdministrator(draft);
        }
    }

    @Override
    public void afterSave(Draft draft) {
        if (!draft.isNew() && isSwitchedOff(draft)) {
            directory.dismiss(draft.id());
        } else if (!draft.isNew() && (losesRole(draft) || changesSides(draft) || draft.changed("email"))) {
            directory.endSessions(draft.id());
        }
        forgetLater(draft.id());
    }

    @Override
    public void beforeDelete(Draft draft) {
        if (isAdministrator(draft, true)) {
            keepOneAdministrator(draft);
        }
        directory.dismiss(draft.id());
        forgetLater(draft.id());
    }

    private void nameUser(Draft draft) {
        String given = UserDirectory.normal((String) draft.get("userName"));
        if (given.isEmpty() && draft.get("name") != null) {
            given = unusedName((String) draft.get("name"));
        }
        if (!given.isEmpty() && !USER_NAME.matcher(given).matches()) {
            draft.refuse("userName", "users.badUserName");
        }
        if (!given.equals(draft.get("userName"))) {
            draft.set("userName", given.isEmpty() ? null : given);
        }
    }

    /** {@code Nguyễn Văn An} gives {@code nguyen.van.an}, the next one of this name {@code nguyen.van.an2}. */
    private String unusedName(String name) {
        String folded = Folding.fold(name).replaceAll("[^a-z0-9]+", ".").replaceAll("^\\.|\\.$", "");
        String base = folded.isEmpty() ? "user" : folded;
        String candidate = base;
        for (int number = 2; isUsed(candidate); number++) {
            candidate = base + number;
        }
        return candidate;
    }

    /** Also by a user in the trash, who may come back. */
    private boolean isUsed(String userName) {
        Sql one = Sql.of("select ID from CORE_USER where USER_NAME = ?", userName);
        return database.read(connection -> one.first(connection, row -> row.getLong(1))) != null;
    }

    private void guardRights(Draft draft) {
        if (draft.caller().isSystem() || access.isAdministrator(draft.caller())) {
            return;
        }
        boolean roles = draft.isNew() ? !references(draft.get(ROLES)).isEmpty() : draft.changed(ROLES);
        if (roles) {
            draft.refuse(ROLES, "users.onlyAdministrators");
        }
        if (!draft.isNew()) {
            GUARDED.stream().filter(draft::changed).forEach(field -> draft.refuse(field, "users.onlyAdministrators"));
        }
    }

    /** Only where something of it changes: who has no company from before is capped all the same, and can be switched off. */
    private void checkKind(Draft draft) {
        if (!draft.isNew() && WHO_THEY_ARE.stream().noneMatch(draft::changed)) {
            return;
        }
        boolean outside = Kinds.isOutside(draft.get(KIND));
        if (draft.isNew() || draft.changed(KIND) || draft.changed(ACCOUNT)) {
            checkCompany(draft, outside);
        }
        if (outside && references(draft.get(ROLES)).stream().anyMatch(role -> administrators.isRole(role.id()))) {
            boolean byKind = !draft.isNew() && !draft.changed(ROLES);
            draft.refuse(byKind ? KIND : ROLES, "users.roles.outside");
        }
    }

    private static void checkCompany(Draft draft, boolean outside) {
        boolean company = draft.get(ACCOUNT) != null;
        if (outside && !company) {
            draft.refuse(ACCOUNT, "users.account.needed");
        } else if (!outside && company) {
            draft.refuse(ACCOUNT, "users.account.staff");
        }
    }

    private boolean isAdministrator(Draft draft, boolean before) {
        Object active = before ? draft.old("active") : draft.get("active");
        Object roles = before ? draft.old(ROLES) : draft.get(ROLES);
        Object kind = before ? draft.old(KIND) : draft.get(KIND);
        return Boolean.TRUE.equals(active)
                && !Kinds.isOutside(kind)
                && references(roles).stream().anyMatch(role -> administrators.isRole(role.id()));
    }

    private static boolean isSwitchedOff(Draft draft) {
        return Boolean.TRUE.equals(draft.old("active")) && !Boolean.TRUE.equals(draft.get("active"));
    }

    private static boolean changesSides(Draft draft) {
        return draft.changed(ACCOUNT) || Kinds.isOutside(draft.get(KIND)) != Kinds.isOutside(draft.old(KIND));
    }

    /** Whoever loses a role has no open screen any more that showed what is not theirs now. */
    private static boolean losesRole(Draft draft) {
        return !references(draft.get(ROLES)).containsAll(references(draft.old(ROLES)));
    }

    private void keepOneAdministrator(Draft draft) {
        if (!administrators.remainWithoutUser(draft.id())) {
            draft.refuse(null, "users.lastAdministrator");
        }
    }

    /** The listeners hear of it too, but only some moments later: a person who is switched off is out at once. */
    private void forgetLater(long user) {
        database.afterCommit(() -> directory.forget(user));
    }

    @SuppressWarnings("unchecked")
    private static List<Reference> references(Object value) {
        return value == null ? List.of() : (List<Reference>) value;
    }
}
