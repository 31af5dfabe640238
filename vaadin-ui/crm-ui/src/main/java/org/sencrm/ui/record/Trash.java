package org.sencrm.ui.record;

import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;

/** Tells that a record went to the trash, with the way back. */
final class Trash {

    private Trash() {}

    static void tell(HostContext context, RecordType type, RecordData record) {
        Caller caller = context.caller();
        String name = context.format(record.get(type.labelField()));
        context.informWithUndo(context.text("record.deleted", name), () -> {
            try {
                context.records().restore(caller, type.name(), record.id());
                context.open(Reference.to(type.name(), record.id()));
            } catch (Fault refused) {
                context.report(refused);
            }
        });
    }
}
