package org.sencrm.ui.record;

import com.vaadin.flow.router.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;

/** Values that the address of a form for a new record brings along, e.g. {@code ?account=123&name=Hải+Đăng}. */
final class Prefill {

    private Prefill() {}

    /** The values by field; what cannot be read is left out. */
    static Map<String, Object> of(HostContext context, RecordType type, Location place) {
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, List<String>> given :
                place.getQueryParameters().getParameters().entrySet()) {
            if (!given.getValue().isEmpty()) {
                type.field(given.getKey())
                        .flatMap(field -> value(context, field, given.getValue().get(0)))
                        .ifPresent(value -> values.put(given.getKey(), value));
            }
        }
        return values;
    }

    private static Optional<Object> value(HostContext context, Field field, String text) {
        if (field.kind() == FieldKind.REFERENCE) {
            return reference(context, field.target(), text);
        }
        return field.kind() == FieldKind.CHOICE || field.kind().isText() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Object> reference(HostContext context, String target, String id) {
        Optional<RecordType> found =
                target == null ? Optional.empty() : context.types().find(target);
        if (found.isEmpty() || !id.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        try {
            RecordData record = context.records().get(context.caller(), target, Long.parseLong(id));
            String label = context.format(record.get(found.get().labelField()));
            return Optional.of(new Reference(target, record.id(), label));
        } catch (Fault gone) {
            return Optional.empty();
        }
    }
}
