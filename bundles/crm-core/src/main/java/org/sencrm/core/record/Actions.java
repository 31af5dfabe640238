package org.sencrm.core.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.extension.Contributions;
import org.sencrm.core.extension.Extensions;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.store.Database;

/** Runs what modules offer to do with a record, for those who may change it. */
final class Actions {

    private final Database database;
    private final Gate gate;
    private final RecordReader reader;
    private final Extensions extensions;
    private final Contributions<RecordAction> actions;
    private final Faults faults;

    Actions(Database database, Gate gate, RecordReader reader, Extensions extensions, Faults faults) {
        this.database = database;
        this.gate = gate;
        this.reader = reader;
        this.extensions = extensions;
        this.actions = extensions.actions();
        this.faults = faults;
    }

    Object run(Caller caller, String type, long id, String name, Map<String, Object> input) {
        if (needsProof(type, name)) {
            gate.requireProof(caller);
        }
        return database.writeOnce(connection -> {
            RecordData record = reader.get(caller, type, id);
            RecordAction action =
                    find(caller, type, name).orElseThrow(() -> new NotFound(faults.text(caller, "fault.noAction")));
            if (!gate.mayUpdate(caller, type, id)) {
                throw faults.forbidden(caller);
            }
            return action.run(caller, record, input == null ? Map.of() : input);
        });
    }

    private boolean needsProof(String type, String name) {
        return actions.values(RecordAction.TYPE, type, RecordAction.NAME, name, RecordAction.PROOF)
                .contains("true");
    }

    List<String> offered(Caller caller, String type, long id) {
        RecordData record = reader.get(caller, type, id);
        if (!gate.may(caller, Right.UPDATE, type) || !gate.mayUpdate(caller, type, id)) {
            return List.of();
        }
        return actions.values(RecordAction.TYPE, type, RecordAction.NAME).stream()
                .filter(name -> find(caller, type, name)
                        .filter(action -> action.offered(caller, record))
                        .isPresent())
                .sorted()
                .toList();
    }

    /** The action, unless its module is switched off for the caller. */
    private Optional<RecordAction> find(Caller caller, String type, String name) {
        return actions.first(RecordAction.TYPE, type, RecordAction.NAME, name)
                .filter(action -> extensions
                        .moduleOf(action)
                        .filter(module -> !gate.mayUse(caller, module))
                        .isEmpty());
    }
}
