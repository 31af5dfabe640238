package org.sencrm.api.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was read of one record: only the fields that were asked for and that the caller may read. Immutable.
 *
 * @param type name of the type
 * @param id never changes and is never given to another record
 * @param version grows by one with every change
 * @param values by field name, in the order asked for; the Java type of each follows its {@link FieldKind}; a field that
 *     is not set is present with {@code null}, one that may not be read is absent
 */
public record RecordData(String type, long id, long version, Map<String, Object> values) {

    public RecordData {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value, or null where it is not set, was not asked for or may not be read. */
    public Object get(String field) {
        return values.get(field);
    }

    /** As {@link #get}, for fields of text and choice kinds. */
    public String text(String field) {
        Object value = values.get(field);
        return value == null ? null : value.toString();
    }

    /** As {@link #get}, for references. */
    public Reference reference(String field) {
        return (Reference) values.get(field);
    }

    /** As {@link #get}, for money. */
    public Money money(String field) {
        return (Money) values.get(field);
    }
}
