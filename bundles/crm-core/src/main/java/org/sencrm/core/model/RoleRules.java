package org.sencrm.core.model;

import java.util.List;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;

/** Only administrators make and change roles, else a role could widen itself; the last one with administrators stays. */
@Component(property = RecordHook.TYPE + "=roles")
public final class RoleRules implements RecordHook {

    private static final String MODULES_OFF = "modulesOff";
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Access access;
    private final Administrators administrators;

    @Activate
    public RoleRules(@Reference Access access, @Reference Administrators administrators) {
        this.access = access;
        this.administrators = administrators;
    }

    @Override
    public void beforeSave(Draft draft) {
        guard(draft);
        checkModules(draft);
        boolean granted = !draft.isNew() && Boolean.TRUE.equals(draft.old("administrator"));
        if (granted && !Boolean.TRUE.equals(draft.get("administrator"))) {
            keepOneAdministrator(draft);
        }
    }

    @Override
    public void beforeDelete(Draft draft) {
        guard(draft);
        if (Boolean.TRUE.equals(draft.old("administrator"))) {
            keepOneAdministrator(draft);
        }
    }

    private void guard(Draft draft) {
        if (!draft.caller().isSystem() && !access.isAdministrator(draft.caller())) {
            draft.refuse(null, "roles.onlyAdministrators");
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

    private void keepOneAdministrator(Draft draft) {
        if (!administrators.remainWithoutRole(draft.id())) {
            draft.refuse(null, "roles.lastAdministrator");
        }
    }
}
