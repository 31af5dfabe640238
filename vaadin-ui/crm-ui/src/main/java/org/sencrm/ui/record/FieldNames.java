package org.sencrm.ui.record;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.host.HostContext;

/** The fields of a type as choices, those left out that the person may not see. */
final class FieldNames {

    private FieldNames() {}

    static List<Choice> all(HostContext context, RecordType type) {
        return of(context, type, field -> true);
    }

    /** Those that people can fill in. */
    static List<Choice> writable(HostContext context, RecordType type) {
        return of(context, type, new Editors(context, null)::canEdit);
    }

    private static List<Choice> of(HostContext context, RecordType type, Predicate<Field> wanted) {
        Set<String> hidden = context.services().access().hiddenFields(context.caller(), type.name());
        return type.fields().stream()
                .filter(field -> !hidden.contains(field.name()))
                .filter(wanted)
                .map(field -> new Choice(
                        field.name(), context.messages().field(context.locale(), type.name(), field.name()), "neutral"))
                .toList();
    }
}
