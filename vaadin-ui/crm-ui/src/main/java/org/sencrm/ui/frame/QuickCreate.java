package org.sencrm.ui.frame;

import java.util.Map;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.record.QuickForm;

/** Makes a record of any type in a panel beside the page, so that the place on the page is not lost. */
final class QuickCreate {

    private QuickCreate() {}

    /** @param values filled in already, by field */
    static void open(HostContext context, RecordType type, Map<String, Object> values) {
        QuickForm.create(
                context,
                type,
                values,
                saved -> context.inform(context.text("create.added", context.format(saved.get(type.labelField())))));
    }
}
