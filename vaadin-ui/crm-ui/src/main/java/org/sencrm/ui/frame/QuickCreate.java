package org.sencrm.ui.frame;

import java.util.Map;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.record.QuickForm;

/** Makes a record of any type in a panel beside the page, so that the place on the page is not lost. */
final class QuickCreate {

    private QuickCreate() {}

    static void open(HostContext context, RecordType type) {
        QuickForm.create(
                context,
                type,
                Map.of(),
                saved -> context.inform(context.text("create.added", context.format(saved.get(type.labelField())))));
    }
}
