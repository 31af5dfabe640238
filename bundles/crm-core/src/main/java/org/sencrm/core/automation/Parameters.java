package org.sencrm.core.automation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.automation.AutomationAction.Parameter;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.store.Column;
import org.sencrm.core.value.Json;
import org.sencrm.core.value.Refusal;
import org.sencrm.core.value.Shape;
import org.sencrm.core.value.ValueKind;

/** What an automation tells its action: JSON as it is stored, values in the types of their kinds when it runs. */
final class Parameters {

    private static final int LONGEST_TEXT = 8000;

    private final Map<String, Object> values = new LinkedHashMap<>();
    /** Names of those that are wrong, or too many or too few. */
    private final List<String> wrong = new ArrayList<>();

    private Parameters() {}

    /** Empty where it is no JSON object. */
    static Optional<Parameters> read(String json, List<Parameter> expected) {
        Object given;
        try {
            given = json == null ? Map.of() : Json.read(json);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        if (!(given instanceof Map<?, ?> members)) {
            return Optional.empty();
        }
        Parameters parameters = new Parameters();
        members.keySet().stream()
                .map(String::valueOf)
                .filter(name -> expected.stream()
                        .noneMatch(parameter -> parameter.name().equals(name)))
                .forEach(parameters.wrong::add);
        expected.forEach(parameter -> parameters.take(parameter, members.get(parameter.name())));
        return Optional.of(parameters);
    }

    private void take(Parameter parameter, Object given) {
        if (given == null) {
            if (parameter.required()) {
                wrong.add(parameter.name());
            }
            return;
        }
        try {
            values.put(parameter.name(), parameter.kind() == null ? given : accept(parameter, given));
        } catch (Refusal e) {
            wrong.add(parameter.name());
        }
    }

    private static Object accept(Parameter parameter, Object given) {
        FieldKind kind = parameter.kind();
        Field field = new Field(
                parameter.name(),
                kind,
                false,
                false,
                false,
                false,
                kind.isText() ? LONGEST_TEXT : 0,
                List.of("*"),
                List.of(),
                false,
                false,
                false);
        return ValueKind.of(kind).accept(given, new Shape(field, Column.text("PARAMETER", LONGEST_TEXT), () -> ""));
    }

    List<String> wrong() {
        return wrong;
    }

    Map<String, Object> values() {
        return values;
    }
}
