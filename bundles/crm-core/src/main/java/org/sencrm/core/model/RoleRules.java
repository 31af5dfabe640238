package org.sencrm.core.model;

import java.util.List;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.search.Folding;
import org.sencrm.core.access.Administrators;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Networks;
import org.sencrm.core.value.Refusal;

/**
 * Only administrators make and change roles, else a role could widen itself; the last one with administrators stays. A name is
 * given once, as layouts and files know a role by it; roles that share one from before keep it until somebody renames them.
 */
@Component(property = RecordHook.TYPE + "=roles")
public final class RoleRules implements RecordHook {

    private static final String NAME = "name";
    private static final String ADMINISTRATOR = "administrator";
    private static final String PERMISSIONS = "permissions";
    private static final String MODULES_OFF = "modulesOff";
    private static final String NETWORKS = "networks";
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Access access;
    private final Administrators administrators;
    private final Database database;

    @Activate
    public RoleRules(@Reference Access access, @Reference Administrators administrators, @Reference Database database) {
        this.access = access;
        this.database = database;
        this.administrators = administrators;
    }

    @Override
    public void beforeSave(Draft draft) {
        guard(draft);
        checkName(draft);
        checkPermissions(draft);
        checkModules(draft);
        checkNetworks(draft);
        checkOutsiders(draft);
        boolean granted = !draft.isNew() && Boolean.TRUE.equals(draft.old(ADMINISTRATOR));
        if (granted && !Boolean.TRUE.equals(draft.get(ADMINISTRATOR))) {
            keepOneAdministrator(draft);
        }
    }

    @Override
    public void beforeDelete(Draft draft) {
        guard(draft);
        if (Boolean.TRUE.equals(draft.old(ADMINISTRATOR))) {
            keepOneAdministrator(draft);
        }
    }

    private void guard(Draft draft) {
        if (!draft.caller().isSystem() && !access.isAdministrator(draft.caller())) {
            draft.refuse(null, "roles.onlyAdministrators");
        }
    }

    private void checkName(Draft draft) {
        if ((draft.isNew() || draft.changed(NAME)) && draft.get(NAME) instanceof String name) {
            administrators.lock();
            boolean taken = namesakes(name, draft.id()).stream().anyMatch(name.strip()::equalsIgnoreCase);
            if (taken) {
                draft.refuse(NAME, "roles.name.taken", name.strip());
            }
        }
    }

    private List<String> namesakes(String name, long except) {
        Sql alike = Sql.of(
                "select NAME from CORE_ROLE where LABEL_KEY = ? and ID <> ? and DELETED_AT is null",
                Folding.fold(name.strip()),
                except);
        return database.read(connection -> alike.query(connection, row -> row.getString(1)));
    }

    private static void checkPermissions(Draft draft) {
        if (draft.isNew() || draft.changed(PERMISSIONS)) {
            RoleLines.strange(draft.get(PERMISSIONS))
                    .ifPresent(word -> draft.refuse(PERMISSIONS, "roles.permissions.strange", word));
        }
    }

    private void checkOutsiders(Draft draft) {
        if (!draft.isNew()
                && draft.changed(ADMINISTRATOR)
                && Boolean.TRUE.equals(draft.get(ADMINISTRATOR))
                && administrators.isRoleOfOutsiders(draft.id())) {
            draft.refuse(ADMINISTRATOR, "roles.administrator.outside");
        }
    }

    private static void checkModules(Draft draft) {
        Object off = draft.get(MODULES_OFF);
        boolean sensible = off == null
                || off instanceof List<?> ids
                        && ids.stream()
                                .allMatch(id -> id instanceof String text
                                        && MODULE.matcher(text).matches());
        if (!sensible) {
            draft.refuse(MODULES_OFF, "roles.modulesOff.format");
        }
    }

    private void checkNetworks(Draft draft) {
        if (!draft.isNew() && !draft.changed(NETWORKS)) {
            return;
        }
        try {
            Networks networks = Networks.of((String) draft.get(NETWORKS));
            if (isOwn(draft)) {
                networks.keeping(draft.caller().entry().address());
            }
        } catch (Refusal refused) {
            draft.refuse(NETWORKS, refused.messageKey(), refused.arguments());
        }
    }

    private boolean isOwn(Draft draft) {
        return !draft.isNew()
                && access.profile(draft.caller()).roles().stream().anyMatch(role -> role.id() == draft.id());
    }

    private void keepOneAdministrator(Draft draft) {
        if (!administrators.remainWithoutRole(draft.id())) {
            draft.refuse(null, "roles.lastAdministrator");
        }
    }
}
