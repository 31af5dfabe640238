package org.sencrm.ui.record;

import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;

/** Tells that a record went to the trash, with the way back. */
final class Trash {

    private Trash() {}

    static void tell(HostContext context, RecordType type, RecordData record) {
        String name = context.format(record.get(type.labelField()));
        context.informWithUndo(context.text("record.deleted", name), () -> restore(context, type, record));
    }

    private static void restore(HostContext context, RecordType type, RecordData record) {
        try {
            context.records().restore(context.caller(), type.name(), record.id());
            context.open(Reference.to(type.name(), record.id()));
        } catch (Fault refused) {
            context.report(refused, () -> restore(context, type, record));
        }
    }
}
