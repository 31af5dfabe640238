package org.sencrm.core.computed;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.api.field.RollUp;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Reference;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/**
 * A roll-up with all that it needs, which may come and go with modules.
 *
 * @param to the type that has it
 * @param total the field that holds it
 * @param from the type of the records that point
 * @param by the field that points
 * @param value the field whose values are taken; null for a count
 */
record Pointing(StoredType to, StoredField total, StoredType from, StoredField by, StoredField value) {

    /** Empty while something that it needs is away. */
    static Optional<Pointing> of(TypeRegistry types, StoredType to, StoredField total) {
        RollUp rollUp = total.rollUp();
        StoredType from = types.stored(rollUp.type()).orElse(null);
        StoredField by = from == null ? null : from.field(rollUp.by()).orElse(null);
        StoredField value = from == null || rollUp.field() == null
                ? null
                : from.field(rollUp.field()).orElse(null);
        boolean whole = by != null && by.kind() == FieldKind.REFERENCE && (value != null || rollUp.field() == null);
        return whole ? Optional.of(new Pointing(to, total, from, by, value)) : Optional.empty();
    }

    RollUp rollUp() {
        return total.rollUp();
    }

    /** Ids of the records whose total a change of one that points may change; null before it was and after it went. */
    Set<Long> touched(Map<String, Object> before, Map<String, Object> after) {
        Set<Long> ids = new TreeSet<>();
        Long was = target(before);
        Long is = target(after);
        if (!Objects.equals(was, is) || before != null && after != null && counts(before, after)) {
            Optional.ofNullable(was).ifPresent(ids::add);
            Optional.ofNullable(is).ifPresent(ids::add);
        }
        return ids;
    }

    private Long target(Map<String, Object> values) {
        Object target = values == null ? null : values.get(by.name());
        return target instanceof Reference reference && reference.type().equals(to.name()) ? reference.id() : null;
    }

    /** Any change may move a record into what the filter finds, or out of it. */
    private boolean counts(Map<String, Object> before, Map<String, Object> after) {
        return !rollUp().filter().isEmpty()
                || value != null && !Objects.equals(before.get(value.name()), after.get(value.name()));
    }
}
