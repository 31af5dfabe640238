package org.sencrm.core.webhook;

import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

/** Records in the form that they have in REST, as maps and lists. */
final class JsonForm {

    private JsonForm() {}

    static Map<String, Object> of(RecordData record) {
        Map<String, Object> members = new LinkedHashMap<>();
        record.values().forEach((name, value) -> members.put(name, value(value)));
        members.put("id", Long.toString(record.id()));
        members.put("type", record.type());
        members.put("version", record.version());
        return members;
    }

    private static Object value(Object value) {
        if (value instanceof Reference reference) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("type", reference.type());
            members.put("id", Long.toString(reference.id()));
            members.put("label", reference.label());
            return members;
        } else if (value instanceof Money money) {
            return Map.of("amount", money.amountText(), "currency", money.currency());
        } else if (value instanceof TemporalAccessor || value instanceof TemporalAmount) {
            return value.toString();
        } else if (value instanceof Collection<?> items) {
            return items.stream().map(JsonForm::value).toList();
        }
        return value;
    }
}
