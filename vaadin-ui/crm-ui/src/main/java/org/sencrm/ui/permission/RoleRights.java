package org.sencrm.ui.permission;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.sencrm.api.record.RecordData;

/**
 * A role as it was read.
 *
 * @param grants codes of permissions that modules declare
 * @param modulesOff ids of the modules in which the role grants nothing
 */
record RoleRights(
        RecordData record, boolean administrator, Permissions permissions, Set<String> grants, Set<String> modulesOff) {

    static final String TYPE = "roles";
    static final String NAME = "name";
    static final String ADMINISTRATOR = "administrator";
    static final String PERMISSIONS = "permissions";
    static final String GRANTS = "grants";
    static final String MODULES_OFF = "modulesOff";

    static RoleRights of(RecordData role) {
        return new RoleRights(
                role,
                Boolean.TRUE.equals(role.get(ADMINISTRATOR)),
                Permissions.read(role.get(PERMISSIONS)),
                texts(role.get(GRANTS)),
                texts(role.get(MODULES_OFF)));
    }

    long id() {
        return record.id();
    }

    String name() {
        return record.text(NAME);
    }

    private static Set<String> texts(Object list) {
        Set<String> texts = new HashSet<>();
        if (list instanceof Collection<?> members) {
            members.forEach(member -> texts.add(String.valueOf(member)));
        }
        return texts;
    }
}
