package org.sencrm.rest.json;

import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordTypes;

/** Which fields of a type hold lists: one without members is an empty list in JSON and never {@code null}. */
public final class ListFields {

    private ListFields() {}

    /** Their names; none for a type that is not there any more. */
    public static Set<String> of(RecordTypes types, String type) {
        return types.find(type).stream()
                .flatMap(found -> found.fields().stream())
                .filter(field -> field.kind() == FieldKind.REFERENCES || field.kind() == FieldKind.CHOICES)
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
