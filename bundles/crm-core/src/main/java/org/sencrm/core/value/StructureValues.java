package org.sencrm.core.value;

import java.util.Collection;
import java.util.Map;
import org.sencrm.api.record.Field;

/** Maps, lists, strings, numbers and booleans, stored as JSON. */
final class StructureValues extends ValueKind {

    static final StructureValues INSTANCE = new StructureValues();

    @Override
    Object understand(Object input, Shape shape) {
        boolean nothing = input instanceof Map<?, ?> map && map.isEmpty()
                || input instanceof Collection<?> list && list.isEmpty();
        if (nothing) {
            return null;
        }
        String json;
        try {
            json = Json.write(input);
        } catch (IllegalArgumentException e) {
            throw Refusal.format("fault.value.structure");
        }
        int longest = shape.column().length();
        if (longest > 0 && json.length() > longest) {
            throw Refusal.tooLong(longest);
        }
        return Json.read(json);
    }

    @Override
    public Object first(Object value) {
        return value == null ? null : Json.write(value);
    }

    @Override
    public Object load(Field field, Object first, Object second) {
        return Json.read((String) first);
    }
}
