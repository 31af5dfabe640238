package org.sencrm.api.field;

import java.util.List;
import java.util.Map;
import org.sencrm.api.record.FieldKind;

/**
 * A field that an administrator added to a record type. Immutable.
 *
 * @param type name of the record type
 * @param name unique within the type, never changes
 * @param label by language ({@code vi}, {@code en}); a text for each language of the product
 * @param kind never changes
 * @param required whether a new record without it is refused, and taking its value away
 * @param unique whether no two records may share a value
 * @param initial the value that a new record begins with, in the form in which JSON has it; null for none
 * @param options of a choice, in order; empty for other kinds
 * @param target type that a reference points to, {@code *} for any; null for other kinds
 * @param version grows by one with every change
 */
public record CustomField(
        String type,
        String name,
        Map<String, String> label,
        FieldKind kind,
        boolean required,
        boolean unique,
        Object initial,
        List<Option> options,
        String target,
        long version) {

    public CustomField {
        label = Map.copyOf(label);
        options = List.copyOf(options);
    }

    /** The same field with another value to begin with. */
    public CustomField beginningWith(Object value) {
        return new CustomField(type, name, label, kind, required, unique, value, options, target, version);
    }

    /**
     * @param code what is stored and travels
     * @param label by language, as that of the field
     */
    public record Option(String code, Map<String, String> label) {

        public Option {
            label = Map.copyOf(label);
        }
    }
}
