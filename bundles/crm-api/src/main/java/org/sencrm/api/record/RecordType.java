package org.sencrm.api.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of record that an installed module declares, or that an administrator made. Immutable; a new one takes its place
 * when the module or the administrator changes it.
 * Labels are messages: {@code type.<name>} for one record and {@code type.<name>.plural} for many.
 */
public final class RecordType {

    private final String name;
    private final String module;
    private final String labelField;
    private final String icon;
    private final String group;
    private final int order;
    private final String boardField;
    private final boolean administrative;
    private final boolean proof;
    private final boolean person;
    private final String keptBecause;
    private final Map<String, Field> fields;

    /**
     * @param name plural, lower case, e.g. {@code opportunities}; part of addresses
     * @param module id of the module that brings it, e.g. {@code crm-sales}; {@code custom_types} where an administrator made it
     * @param labelField name of the text field that names a record
     * @param icon name of an icon of the product's family
     * @param group message key of the group in the navigation; empty to stay out of it
     * @param order place within the group, small first
     * @param boardField choice field whose options are the columns of a board; null for none
     * @param administrative whether only administrators have it unless a role grants it by name
     * @param fields in the order of the form, system fields last
     */
    public RecordType(
            String name,
            String module,
            String labelField,
            String icon,
            String group,
            int order,
            String boardField,
            boolean administrative,
            List<Field> fields) {
        this(name, module, labelField, icon, group, order, boardField, administrative, false, fields);
    }

    /**
     * As above.
     *
     * @param proof whether it takes a proof to change a record, see {@link #needsProof}
     */
    public RecordType(
            String name,
            String module,
            String labelField,
            String icon,
            String group,
            int order,
            String boardField,
            boolean administrative,
            boolean proof,
            List<Field> fields) {
        this(name, module, labelField, icon, group, order, boardField, administrative, proof, false, "", fields);
    }

    private RecordType(
            String name,
            String module,
            String labelField,
            String icon,
            String group,
            int order,
            String boardField,
            boolean administrative,
            boolean proof,
            boolean person,
            String keptBecause,
            List<Field> fields) {
        this.name = name;
        this.module = module;
        this.labelField = labelField;
        this.icon = icon;
        this.group = group;
        this.order = order;
        this.boardField = boardField;
        this.administrative = administrative;
        this.proof = proof;
        this.person = person;
        this.keptBecause = keptBecause;
        Map<String, Field> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        this.fields = java.util.Collections.unmodifiableMap(byName);
    }

    public String name() {
        return name;
    }

    public String module() {
        return module;
    }

    public String labelField() {
        return labelField;
    }

    public String icon() {
        return icon;
    }

    public String group() {
        return group;
    }

    public int order() {
        return order;
    }

    /** Null where records of this type have no board. */
    public String boardField() {
        return boardField;
    }

    public boolean administrative() {
        return administrative;
    }

    /**
     * Whether it is dangerous to make, change or delete a record in the hands of somebody who finds a browser open: callers at
     * a browser have to have proved lately who they are, see {@link org.sencrm.api.access.Access#requireProof}.
     *
     * @since 1.4
     */
    public boolean needsProof() {
        return proof;
    }

    /**
     * Whether each record is a person: somebody who gives and withdraws consents, and whose data is handed out and erased. A
     * module declares it; of the types that administrators make, those with a field for the name of a person are.
     *
     * @since 1.5
     */
    public boolean isPerson() {
        return person;
    }

    /**
     * Key of the message that says why a record stays when the person to whom it points is erased; empty where nothing but the
     * company's own work is the reason.
     *
     * @since 1.5
     */
    public String keptBecause() {
        return keptBecause;
    }

    /** All fields in the order of the form, system fields last. */
    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    /** The same type with these fields. */
    public RecordType with(List<Field> otherFields) {
        return copy(person, keptBecause, otherFields);
    }

    /**
     * The same type, of people or not.
     *
     * @since 1.5
     */
    public RecordType ofPeople(boolean people) {
        return copy(people, keptBecause, fields());
    }

    /**
     * The same type, kept for this reason; see {@link #keptBecause}.
     *
     * @since 1.5
     */
    public RecordType keptBecause(String reason) {
        return copy(person, reason, fields());
    }

    private RecordType copy(boolean people, String reason, List<Field> otherFields) {
        return new RecordType(
                name,
                module,
                labelField,
                icon,
                group,
                order,
                boardField,
                administrative,
                proof,
                people,
                reason,
                otherFields);
    }

    @Override
    public String toString() {
        return name;
    }
}
