package org.sencrm.core.value;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.sencrm.api.record.Field;

/** {@code List<String>} of codes without repetition, from outside also as one text with commas. */
final class ChoiceListValues extends ValueKind {

    static final ChoiceListValues INSTANCE = new ChoiceListValues();

    @Override
    Object understand(Object input, Shape shape) {
        Collection<?> members = input instanceof Collection<?> given
                ? given
                : input instanceof String text ? ListText.split(text) : refuse();
        List<String> codes = members.stream()
                .map(member -> member instanceof String text ? PlainText.line(text) : null)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (codes.stream().anyMatch(code -> code.contains(","))) {
            refuse();
        }
        ListText.check(ListText.join(codes), shape);
        return codes.isEmpty() ? null : codes;
    }

    private static Collection<?> refuse() {
        throw Refusal.format("fault.value.choices");
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object first(Object value) {
        return value == null ? null : ListText.join((List<String>) value);
    }

    @Override
    public Object load(Field field, Object first, Object second) {
        List<String> codes = ListText.split((String) first);
        return codes.isEmpty() ? null : codes;
    }
}
