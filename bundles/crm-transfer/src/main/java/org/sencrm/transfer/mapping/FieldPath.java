package org.sencrm.transfer.mapping;

import org.sencrm.api.record.Field;

/**
 * What a column is mapped to: a field, or with a dot a part of it.
 *
 * @param part null for the field itself; {@link #ID} or {@link #TYPE} of the record that a reference points to, {@link
 *     #CURRENCY} of an amount, or the name of a field of a record that the import may create
 * @param partField the field of the referenced type that {@code part} names; null for the other parts
 */
public record FieldPath(Field field, String part, Field partField) {

    public static final String ID = "id";
    public static final String TYPE = "type";
    public static final String CURRENCY = "currency";

    /** As in the options: {@code team} or {@code team.parent}. */
    public String text() {
        return part == null ? field.name() : field.name() + "." + part;
    }

    /** Whether the path leads to a field of a record that the import creates where it is missing. */
    public boolean isOfTarget() {
        return partField != null;
    }
}
