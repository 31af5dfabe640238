package org.sencrm.core.value;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Reference;

/** {@code List<Reference>} to one type, without repetition; the column holds the ids. */
final class ReferenceListValues extends ValueKind {

    static final ReferenceListValues INSTANCE = new ReferenceListValues();

    @Override
    Object understand(Object input, Shape shape) {
        Collection<?> members = input instanceof Collection<?> given
                ? given
                : input instanceof String text ? ListText.split(text) : List.of(input);
        List<Object> references = members.stream()
                .filter(Objects::nonNull)
                .map(member -> ReferenceValues.one(member, shape.field()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        ListText.check(
                ListText.join(references.stream()
                        .map(member -> member instanceof Reference known ? Long.toString(known.id()) : "")
                        .toList()),
                shape);
        return references.isEmpty() ? null : references;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object plain(Object value) {
        return value == null
                ? null
                : ((List<Reference>) value)
                        .stream().map(ReferenceValues::plainReference).toList();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object first(Object value) {
        return value == null
                ? null
                : ListText.join(((List<Reference>) value)
                        .stream().map(member -> Long.toString(member.id())).toList());
    }

    @Override
    public Object load(Field field, Object first, Object second) {
        List<Reference> references = ListText.split((String) first).stream()
                .map(id -> new Reference(field.target(), ReferenceValues.id(id), null))
                .toList();
        return references.isEmpty() ? null : references;
    }
}
