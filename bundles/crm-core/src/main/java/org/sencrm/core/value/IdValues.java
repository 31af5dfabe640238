package org.sencrm.core.value;

import org.sencrm.api.record.Field;

/** The id of a record: decimal text in the hands of people, a number in its column. */
public final class IdValues extends ValueKind {

    public static final IdValues INSTANCE = new IdValues();

    @Override
    Object understand(Object input, Shape shape) {
        return Long.toString(ReferenceValues.id(input));
    }

    @Override
    public Object first(Object value) {
        return value == null ? null : Long.valueOf((String) value);
    }

    @Override
    public Object load(Field field, Object first, Object second) {
        return first.toString();
    }
}
