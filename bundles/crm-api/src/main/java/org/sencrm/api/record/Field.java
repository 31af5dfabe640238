package org.sencrm.api.record;

import java.util.List;

/**
 * One field of a record type. Immutable.
 *
 * @param name camel case, unique within the type, e.g. {@code annualRevenue}; the label is the message
 *     {@code <type>.<name>}
 * @param kind what it holds
 * @param required whether a record without it is refused
 * @param readOnly whether only the engine and hooks write it
 * @param unique whether no two records of the type may share a value
 * @param searchable whether quick search looks into it
 * @param maxLength longest text in characters; 0 where that has no meaning
 * @param targets types a reference may point to; empty for other kinds, {@code *} for any type
 * @param options codes of fixed choices; empty where the kind is no choice or a {@link ChoiceSource} gives them
 * @param listed whether a list shows it as a column unless the user chose other columns
 * @param system whether every record type has it (id, owner, createdAt …)
 * @param createsTarget whether an import may create the record that a name points to and that is not there yet
 * @param section word of the section of the form in which it stands, its heading the message {@code section.<word>}; empty
 *     for the part without a heading
 * @param list word of the open list of which its choices come, its name the message {@code list.<word>}: a text that the
 *     list does not have is taken and added to it; empty where only the options may be chosen
 */
public record Field(
        String name,
        FieldKind kind,
        boolean required,
        boolean readOnly,
        boolean unique,
        boolean searchable,
        int maxLength,
        List<String> targets,
        List<String> options,
        boolean listed,
        boolean system,
        boolean createsTarget,
        String section,
        String list) {

    /** A field without a section and without an open list. */
    public Field(
            String name,
            FieldKind kind,
            boolean required,
            boolean readOnly,
            boolean unique,
            boolean searchable,
            int maxLength,
            List<String> targets,
            List<String> options,
            boolean listed,
            boolean system,
            boolean createsTarget) {
        this(
                name,
                kind,
                required,
                readOnly,
                unique,
                searchable,
                maxLength,
                targets,
                options,
                listed,
                system,
                createsTarget,
                "",
                "");
    }

    /** Whether a choice may be any text. */
    public boolean isOpen() {
        return !list.isEmpty();
    }

    /** The only type that a reference may point to; null for other kinds and for references to any type. */
    public String target() {
        return targets.size() == 1 && !"*".equals(targets.get(0)) ? targets.get(0) : null;
    }
}
