package org.sencrm.core.value;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Reference;

/**
 * {@link Reference} without a label; the id goes into the first column, the type into the second where the field may point
 * to more than one type. From outside also as the text of an id, {@code {"id"}}, {@code {"type","id"}} or {@code
 * {"externalId"}}.
 */
final class ReferenceValues extends ValueKind {

    static final ReferenceValues INSTANCE = new ReferenceValues();

    private static final int LONGEST_ID = 19;

    @Override
    Object understand(Object input, Shape shape) {
        return one(input, shape.field());
    }

    /** A {@link Reference} or an {@link ExternalReference}; null for empty text. */
    static Object one(Object input, Field field) {
        if (input instanceof Reference reference) {
            return new Reference(type(reference.type(), field), reference.id(), null);
        }
        if (input instanceof ExternalReference reference) {
            return new ExternalReference(type(reference.type(), field), reference.externalId());
        }
        if (input instanceof Map<?, ?> parts) {
            String type = type(parts.get("type"), field);
            return parts.get("externalId") instanceof String external && parts.get("id") == null
                    ? new ExternalReference(type, external)
                    : new Reference(type, id(parts.get("id")), null);
        }
        if (input instanceof String text && text.isBlank()) {
            return null;
        }
        return new Reference(type(null, field), id(input), null);
    }

    /** The id in a text or number; ids are positive. */
    static long id(Object input) {
        String text = input instanceof String || input instanceof Long || input instanceof Integer
                ? input.toString().strip()
                : "";
        boolean digits =
                !text.isEmpty() && text.length() <= LONGEST_ID && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw Refusal.format("fault.value.reference");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refusal.format("fault.value.reference");
        }
    }

    private static String type(Object given, Field field) {
        if (given == null) {
            if (field.target() == null) {
                throw Refusal.format("fault.value.referenceType");
            }
            return field.target();
        }
        if (!field.targets().contains("*") && !field.targets().contains(given.toString())) {
            throw new Refusal("unknownReference", "fault.value.unknownReference");
        }
        return given.toString();
    }

    @Override
    public Object comparable(String text, Shape shape) {
        return id(text);
    }

    @Override
    public Object plain(Object value) {
        return value == null ? null : plainReference((Reference) value);
    }

    static Map<String, Object> plainReference(Reference reference) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("type", reference.type());
        parts.put("id", Long.toString(reference.id()));
        return parts;
    }

    @Override
    public Object first(Object value) {
        return value == null ? null : ((Reference) value).id();
    }

    @Override
    public Object second(Object value) {
        return value == null ? null : ((Reference) value).type();
    }

    @Override
    public Object load(Field field, Object first, Object second) {
        String type = second == null ? field.target() : (String) second;
        return type == null ? null : new Reference(type, (Long) first, null);
    }
}
