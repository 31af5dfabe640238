package org.sencrm.ui.permission;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.ui.host.HostContext;

/** Writes a role at once, with a way back right behind it. Where a proof is missing, the person is asked for it. */
final class RoleChange {

    private final HostContext context;
    private final RoleRights role;

    RoleChange(HostContext context, RoleRights role) {
        this.context = context;
        this.role = role;
    }

    void permissions(Permissions wanted) {
        write(
                Map.of(RoleRights.PERMISSIONS, wanted.structure()),
                Map.of(RoleRights.PERMISSIONS, role.permissions().structure()));
    }

    /** Gives a permission of a module, or takes it away. */
    void turn(String permission) {
        Set<String> wanted = new TreeSet<>(role.grants());
        if (!wanted.remove(permission)) {
            wanted.add(permission);
        }
        write(
                Map.of(RoleRights.GRANTS, wanted.stream().toList()),
                Map.of(RoleRights.GRANTS, role.grants().stream().sorted().toList()));
    }

    private void write(Map<String, Object> wanted, Map<String, Object> before) {
        Caller caller = context.caller();
        Records records = context.records();
        RecordData read = role.record();
        context.background(
                () -> records.update(caller, RoleRights.TYPE, read.id(), read.version(), wanted),
                saved -> context.informWithUndo(
                        context.text("matrix.saved", role.name()), () -> takeBack(saved.version(), before)));
    }

    private void takeBack(long version, Map<String, Object> before) {
        Caller caller = context.caller();
        Records records = context.records();
        context.background(
                () -> records.update(caller, RoleRights.TYPE, role.id(), version, before),
                undone -> context.inform(context.text("settings.undone")));
    }
}
