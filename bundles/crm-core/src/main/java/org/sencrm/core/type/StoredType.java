package org.sencrm.core.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.sencrm.api.record.RecordType;

/** A record type with its table. Immutable but for the statements that it remembers; goes as a whole with its module. */
public final class StoredType {

    /** Enough for every shape that screens and programs really use, and a bound for those that somebody makes up. */
    private static final int MOST_TEXTS = 300;

    private final RecordType declared;
    private final String table;
    private final Map<String, StoredField> fields;
    private final List<StoredField> calculated;
    private final List<StoredField> rollUps;
    private final List<StoredRule> rules;
    private final Map<Object, String> texts = new ConcurrentHashMap<>();

    StoredType(RecordType declared, String table, List<StoredField> fields) {
        this(declared, table, fields, List.of());
    }

    private StoredType(RecordType declared, String table, List<StoredField> fields, List<StoredRule> rules) {
        this.declared = declared;
        this.table = table;
        Map<String, StoredField> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        this.fields = Collections.unmodifiableMap(byName);
        this.rollUps = this.fields.values().stream()
                .filter(field -> field.rollUp() != null)
                .toList();
        this.calculated = new CalculationOrder(this.fields).get();
        this.rules = rules.stream().filter(rule -> rule.isPossible(this)).toList();
    }

    /**
     * The same type with more fields, which stand before the system fields, and with these rules. Fields whose name is taken
     * are left out.
     */
    public StoredType with(Collection<StoredField> added, List<StoredRule> itsRules) {
        List<StoredField> all = new ArrayList<>(fields.values());
        int end = (int) all.stream().filter(field -> !field.field().system()).count();
        all.addAll(end, added.stream().filter(field -> !isTaken(field.name())).toList());
        if (CustomShape.isCustom(declared)) {
            List<StoredField> shaped = CustomShape.listed(all);
            return new StoredType(CustomShape.declared(declared, shaped), table, shaped, itsRules);
        }
        return new StoredType(declared.with(all.stream().map(StoredField::field).toList()), table, all, itsRules);
    }

    /** Whether a field has this name, be it in other capitals. */
    public boolean isTaken(String name) {
        return fields.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    public RecordType declared() {
        return declared;
    }

    public String name() {
        return declared.name();
    }

    public String table() {
        return table;
    }

    /** All fields in the order of the form, system fields last. */
    public Collection<StoredField> fields() {
        return fields.values();
    }

    public Optional<StoredField> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** A field that is known to be there, such as a system field. */
    public StoredField require(String name) {
        return field(name).orElseThrow(() -> new IllegalArgumentException("no field " + name + " in " + this));
    }

    public StoredField label() {
        return require(declared.labelField());
    }

    public boolean isLabel(StoredField field) {
        return field.name().equals(declared.labelField());
    }

    /** These fields and all that tell something of them. */
    public Set<String> withDerived(Set<String> names) {
        Set<String> all = new HashSet<>(names);
        List<String> more = derivedFrom(all);
        while (all.addAll(more)) {
            more = derivedFrom(all);
        }
        return all;
    }

    private List<String> derivedFrom(Set<String> names) {
        return fields.values().stream()
                .filter(field -> !Collections.disjoint(field.derivedFrom(), names))
                .map(StoredField::name)
                .toList();
    }

    /** Fields in which quick search looks: the texts declared so, and the label. */
    public List<StoredField> searchable() {
        return fields.values().stream()
                .filter(field -> field.kind().isText() && (field.field().searchable() || isLabel(field)))
                .toList();
    }

    /** What quick search and the index look into, of a record with these values. */
    public List<String> searchTexts(Map<String, Object> values) {
        return searchable().stream()
                .map(field -> (String) values.get(field.name()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Fields that follow from others of the record, all of which are there; each behind those it follows from. */
    public List<StoredField> calculated() {
        return calculated;
    }

    /** Rules of administrators that can be asked now, oldest first. */
    public List<StoredRule> rules() {
        return rules;
    }

    /** Whether a formula waits for a field that is away, as with its module. */
    public boolean hasUncalculated() {
        return fields.values().stream().filter(field -> field.formula() != null).count() > calculated.size();
    }

    /** Fields that follow from records that point to this one. */
    public List<StoredField> rollUps() {
        return rollUps;
    }

    /** What a new record begins with, in normal form. */
    public Map<String, Object> initialValues() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.values().stream()
                .filter(field -> field.added() != null && field.added().initial() != null)
                .forEach(field -> values.put(field.name(), field.added().initial()));
        return values;
    }

    /** A part of a statement, made once for each key. */
    public String text(Object key, Function<StoredType, String> maker) {
        String known = texts.get(key);
        if (known == null) {
            known = maker.apply(this);
            if (texts.size() < MOST_TEXTS) {
                texts.put(key, known);
            }
        }
        return known;
    }

    @Override
    public String toString() {
        return name();
    }
}
