package org.sencrm.core.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Money;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.value.ExternalReference;
import org.sencrm.core.value.Refusal;
import org.sencrm.core.value.Shape;

/** The values of one record on their way into the database, and all that is wrong with them. */
final class RecordDraft implements Draft {

    private final StoredType type;
    private final Caller caller;
    private final Faults faults;
    private final Supplier<String> currency;
    private final long id;
    private final StoredRow stored;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> fromCaller = new LinkedHashSet<>();
    private boolean written;

    /** @param stored the row as it is; null for a new record */
    RecordDraft(StoredType type, Caller caller, Faults faults, Supplier<String> currency, long id, StoredRow stored) {
        this.type = type;
        this.caller = caller;
        this.faults = faults;
        this.currency = currency;
        this.id = id;
        this.stored = stored;
        type.fields().forEach(field -> values.put(field.name(), stored == null ? null : old(field.name())));
        values.put(SystemFields.ID, Long.toString(id));
    }

    StoredType storedType() {
        return type;
    }

    /** Takes what the caller sent; what is wrong with it is found in {@link #errors}. */
    void take(Map<String, ?> input, Set<String> hidden) {
        input.forEach((name, value) -> {
            StoredField field =
                    type.field(name).filter(known -> !hidden.contains(name)).orElse(null);
            if (field == null) {
                error(name, "unknownField", "fault.value.unknownField");
            } else if (field.field().readOnly()) {
                error(name, "readOnly", "fault.value.readOnly");
            } else {
                takeValue(field, value);
            }
        });
    }

    private void takeValue(StoredField field, Object input) {
        try {
            values.put(field.name(), field.values().accept(input, shape(field)));
            fromCaller.add(field.name());
        } catch (Refusal refusal) {
            errors.add(faults.error(caller, field.name(), refusal));
        }
    }

    /** An amount without a currency is meant in the one that the field has, else in the company's. */
    private Shape shape(StoredField field) {
        return new Shape(
                field.field(),
                field.column(),
                () -> old(field.name()) instanceof Money money ? money.currency() : currency.get());
    }

    /** Puts a value that is in normal form. */
    void put(String field, Object value) {
        values.put(field, value);
    }

    void error(String field, String code, String messageKey, Object... arguments) {
        errors.add(faults.error(caller, field, code, messageKey, arguments));
    }

    /** As {@link #refuse}, with a text that is there already. */
    void refuseWith(String field, String message) {
        errors.add(new FieldError(field, "refused", message));
    }

    boolean hasError(String field) {
        return errors.stream().anyMatch(error -> field.equals(error.field()));
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Throws {@link org.sencrm.api.fault.InvalidRecord} with all that is wrong so far. */
    void refuseIfWrong() {
        if (hasErrors()) {
            throw faults.badRecord(caller, errors);
        }
    }

    /** Fields that the caller named. */
    Set<String> fromCaller() {
        return fromCaller;
    }

    Map<String, Object> values() {
        return values;
    }

    /** What was stored before; null for a new record. */
    StoredRow stored() {
        return stored;
    }

    /** From here on a failure must undo the whole transaction. */
    void writing() {
        written = true;
    }

    boolean isWritten() {
        return written;
    }

    @Override
    public String type() {
        return type.name();
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public boolean isNew() {
        return stored == null;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Object get(String field) {
        Object value = values.get(type.require(field).name());
        return value instanceof ExternalReference ? null : value;
    }

    @Override
    public Object old(String field) {
        type.require(field);
        return stored == null ? null : stored.values().get(field);
    }

    @Override
    public boolean changed(String field) {
        return !Objects.equals(get(field), old(field));
    }

    @Override
    public Set<String> changes() {
        Set<String> changes = new LinkedHashSet<>();
        values.keySet().stream()
                .filter(name -> !SystemFields.ID.equals(name) && changed(name))
                .forEach(changes::add);
        return changes;
    }

    @Override
    public void set(String field, Object value) {
        StoredField known = type.require(field);
        if (known.isId()) {
            throw new IllegalArgumentException("an id never changes");
        }
        try {
            values.put(field, known.values().accept(value, shape(known)));
        } catch (Refusal refusal) {
            throw new IllegalArgumentException("field " + field + " of " + type + " cannot hold this value", refusal);
        }
        fromCaller.remove(field);
    }

    @Override
    public void refuse(String field, String messageKey, Object... arguments) {
        error(field, "refused", messageKey, arguments);
    }
}
