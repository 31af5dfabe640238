package org.sencrm.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;

/** For which roles a module is switched off. It stands in the roles, where the gate finds it and their history keeps it. */
final class RoleSwitch {

    private static final String ROLES = "roles";
    private static final String MODULES_OFF = "modulesOff";

    private final Records records;
    private final Messages messages;

    RoleSwitch(Records records, Messages messages) {
        this.records = records;
        this.messages = messages;
    }

    List<Reference> offFor(Caller caller, String module) {
        return roles(caller).stream()
                .filter(role -> modulesOff(role).contains(module))
                .map(role -> new Reference(ROLES, role.id(), role.text("name")))
                .toList();
    }

    /** Off for exactly these; all or nothing. */
    void switchOffFor(Caller caller, String module, Collection<Long> roles) {
        records.inTransaction(() -> {
            for (RecordData role : roles(caller)) {
                boolean off = roles.contains(role.id());
                if (off && Boolean.TRUE.equals(role.get("administrator"))) {
                    throw new InvalidRequest(
                            messages.text(caller.locale(), "modules.off.administrator", role.text("name")));
                }
                set(caller, role, module, off);
            }
            return null;
        });
    }

    private void set(Caller caller, RecordData role, String module, boolean off) {
        List<String> modules = new ArrayList<>(modulesOff(role));
        boolean changed = off ? !modules.contains(module) && modules.add(module) : modules.remove(module);
        if (changed) {
            records.update(caller, ROLES, role.id(), role.version(), Map.of(MODULES_OFF, modules));
        }
    }

    private List<RecordData> roles(Caller caller) {
        return records.list(caller, Query.of(ROLES).sortedBy("name").limitedTo(Query.MAX_LIMIT))
                .items();
    }

    private static List<String> modulesOff(RecordData role) {
        return role.get(MODULES_OFF) instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.of();
    }
}
