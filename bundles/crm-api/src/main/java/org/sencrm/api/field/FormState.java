package org.sencrm.api.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.fault.FieldError;

/**
 * What the rules of a type make of a form with some values in it. Immutable.
 *
 * @param hidden names of fields that are not shown
 * @param required names of fields that are required because they are shown
 * @param choices by field, the codes that may be chosen; a field that is not named offers all of its own
 * @param errors why the record would be refused as it stands
 */
public record FormState(
        Set<String> hidden, Set<String> required, Map<String, List<String>> choices, List<FieldError> errors) {

    public FormState {
        hidden = Set.copyOf(hidden);
        required = Set.copyOf(required);
        choices = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        errors = List.copyOf(errors);
    }
}
