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
 * @param kind what it holds; never changes. For a calculated field the kind of its result
 * @param required whether a new record without it is refused, and taking its value away
 * @param unique whether no two records may share a value
 * @param initial the value that a new record begins with, in the form in which JSON has it; null for none
 * @param options of a choice, in order; empty for other kinds
 * @param target type that a reference points to, {@code *} for any; null for other kinds
 * @param version grows by one with every change
 * @param expression of a formula: how the value follows from other fields of the record; null for other fields
 * @param rollUp how the value follows from records that point to this one; null for other fields
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
        long version,
        String expression,
        RollUp rollUp) {

    public CustomField {
        label = Map.copyOf(label);
        options = List.copyOf(options);
    }

    /** A field into which people put values. */
    public CustomField(
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
        this(type, name, label, kind, required, unique, initial, options, target, version, null, null);
    }

    /** The same field with another value to begin with. */
    public CustomField beginningWith(Object value) {
        return new CustomField(
                type, name, label, kind, required, unique, value, options, target, version, expression, rollUp);
    }

    /** The same field with other options. */
    public CustomField offering(List<Option> offered) {
        return new CustomField(
                type, name, label, kind, required, unique, initial, offered, target, version, expression, rollUp);
    }

    /** Whether the product makes the value, so that nobody puts one in. */
    public boolean isComputed() {
        return expression != null || rollUp != null;
    }

    /**
     * @param code what is stored and travels
     * @param label by language, as that of the field
     * @param retired whether records that have it keep it, and no other record gets it any more
     */
    public record Option(String code, Map<String, String> label, boolean retired) {

        public Option {
            label = Map.copyOf(label);
        }

        /** An option that is offered. */
        public Option(String code, Map<String, String> label) {
            this(code, label, false);
        }
    }
}
