package org.sencrm.rest.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;

/**
 * A JSON merge patch (RFC 7396) of a record. The engine takes fields as wholes; what this adds is that an object in the
 * patch changes only the named members of a value that is an object itself, such as the amount of money without its
 * currency.
 *
 * @param members of the patch, as sent
 */
record MergePatch(Map<String, Object> members) {

    /** Whether the patch can only be understood beside the stored record. */
    boolean needsStored() {
        return members.values().stream().anyMatch(Map.class::isInstance);
    }

    /** The values to save over this record. */
    Map<String, Object> over(RecordData stored) {
        Map<String, Object> values = new LinkedHashMap<>();
        members.forEach((name, value) ->
                values.put(name, value instanceof Map<?, ?> patch ? merged(stored.get(name), patch) : value));
        return values;
    }

    private static Object merged(Object stored, Map<?, ?> patch) {
        Map<Object, Object> result = new LinkedHashMap<>();
        if (stored instanceof Money money) {
            result.put("amount", money.amountText());
            result.put("currency", money.currency());
        } else if (stored instanceof Map<?, ?> object) {
            result.putAll(object);
        } else {
            return patch;
        }
        patch.forEach((name, value) -> {
            if (value == null) {
                result.remove(name);
            } else {
                result.put(name, value instanceof Map<?, ?> inner ? merged(result.get(name), inner) : value);
            }
        });
        return result;
    }
}
