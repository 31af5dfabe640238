package org.sencrm.transfer.run;

import org.sencrm.api.access.Access;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;

/** What an import works with. */
record Services(
        Records records,
        RecordTypes types,
        Access access,
        Settings settings,
        Messages messages,
        ImportTable imports,
        RowTable rows,
        Uploads uploads) {

    Planner planner() {
        return new Planner(types, access, messages);
    }
}
