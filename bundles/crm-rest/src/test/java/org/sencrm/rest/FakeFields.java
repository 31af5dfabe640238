package org.sencrm.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.field.CustomFields;
import org.sencrm.api.record.FieldKind;

/** Custom fields in memory, without rules. */
final class FakeFields implements CustomFields {

    private final Map<String, CustomField> fields = new LinkedHashMap<>();
    Map<String, ?> received;

    @Override
    public List<CustomField> list(Caller caller, String type) {
        return List.copyOf(fields.values());
    }

    @Override
    public CustomField get(Caller caller, String type, String name) {
        if (!fields.containsKey(name)) {
            throw new NotFound("There is no field " + name);
        }
        return fields.get(name);
    }

    @Override
    public CustomField create(Caller caller, String type, Map<String, ?> description) {
        return keep(type, (String) description.get("name"), description, 1);
    }

    @Override
    public CustomField update(Caller caller, String type, String name, Long version, Map<String, ?> patch) {
        check(caller, type, name, version);
        return keep(type, name, patch, get(caller, type, name).version() + 1);
    }

    @Override
    public void remove(Caller caller, String type, String name, Long version) {
        check(caller, type, name, version);
        fields.remove(name);
    }

    private void check(Caller caller, String type, String name, Long version) {
        long stored = get(caller, type, name).version();
        if (version != null && version != stored) {
            throw new Conflict("Somebody was faster", stored, List.of());
        }
    }

    @SuppressWarnings("unchecked")
    private CustomField keep(String type, String name, Map<String, ?> description, long version) {
        received = description;
        Map<String, String> label = description.get("label") instanceof String text
                ? Map.of("vi", text, "en", text)
                : (Map<String, String>) description.get("label");
        boolean formula = "formula".equals(description.get("kind"));
        CustomField field = new CustomField(
                type,
                name,
                label,
                formula ? FieldKind.NUMBER : FieldKind.CHOICE,
                false,
                false,
                formula ? null : "n",
                formula ? List.of() : List.of(new CustomField.Option("n", Map.of("vi", "Bắc", "en", "North"), true)),
                null,
                version,
                (String) description.get("expression"),
                null);
        fields.put(name, field);
        return field;
    }
}
