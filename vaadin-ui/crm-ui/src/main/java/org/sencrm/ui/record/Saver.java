package org.sencrm.ui.record;

import java.util.Map;
import java.util.function.Consumer;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.host.HostContext;

/**
 * Saves changes to a record. Where somebody else was faster but changed other fields, the changes are put together; where
 * both changed the same field, somebody has to choose. Faults other than those named are reported to the person.
 */
public final class Saver {

    private final HostContext context;
    private final String type;
    private final long id;
    private final Consumer<RecordData> onSaved;
    private final Consumer<InvalidRecord> onRefused;
    private final Consumer<Conflict> onConflict;

    /**
     * @param onRefused told of values that are not taken
     * @param onConflict told where both changed the same field
     */
    public Saver(
            HostContext context,
            String type,
            long id,
            Consumer<RecordData> onSaved,
            Consumer<InvalidRecord> onRefused,
            Consumer<Conflict> onConflict) {
        this.context = context;
        this.type = type;
        this.id = id;
        this.onSaved = onSaved;
        this.onRefused = onRefused;
        this.onConflict = onConflict;
    }

    /**
     * @param version that the person saw
     * @param patch by field name
     */
    public void save(long version, Map<String, Object> patch) {
        try {
            save(version, patch, true);
        } catch (InvalidRecord refused) {
            onRefused.accept(refused);
        } catch (Conflict conflict) {
            onConflict.accept(conflict);
        } catch (Fault fault) {
            context.report(fault, () -> save(version, patch));
        }
    }

    private void save(long version, Map<String, Object> patch, boolean again) {
        RecordData saved;
        try {
            saved = context.records().update(context.caller(), type, id, version, patch);
        } catch (Conflict conflict) {
            if (!again || isOverlapping(conflict, patch)) {
                throw conflict;
            }
            save(conflict.version(), patch, false);
            return;
        }
        onSaved.accept(saved);
    }

    private static boolean isOverlapping(Conflict conflict, Map<String, Object> patch) {
        return conflict.changed().stream().anyMatch(changed -> patch.containsKey(changed.field()));
    }
}
