package org.sencrm.api.record;

/**
 * A pointer to a record of any installed type.
 *
 * @param type name of the type, e.g. {@code accounts}
 * @param id id of the record
 * @param label what people read; null on the way in, and where the record is gone or may not be seen
 */
public record Reference(String type, long id, String label) {

    /** A reference to write: the label is not needed. */
    public static Reference to(String type, long id) {
        return new Reference(type, id, null);
    }
}
