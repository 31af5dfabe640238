package org.sencrm.transfer.export;

import org.sencrm.api.record.Field;
import org.sencrm.transfer.mapping.FieldPath;

/**
 * A column of an exported table.
 *
 * @param part null for the value itself, else {@link FieldPath#ID}, {@link FieldPath#TYPE} or {@link FieldPath#CURRENCY}
 */
record Column(Field field, String part) {

    /** The header, under which an import finds the field again. */
    String name() {
        return new FieldPath(field, part, null).text();
    }
}
