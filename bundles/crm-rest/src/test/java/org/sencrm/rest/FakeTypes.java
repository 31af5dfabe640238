package org.sencrm.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.field.CustomType;
import org.sencrm.api.field.CustomTypes;

/** Custom types in memory, without rules. */
final class FakeTypes implements CustomTypes {

    private final Map<String, CustomType> types = new LinkedHashMap<>();
    Map<String, ?> received;

    @Override
    public List<CustomType> list(Caller caller) {
        return List.copyOf(types.values());
    }

    @Override
    public CustomType get(Caller caller, String name) {
        if (!types.containsKey(name)) {
            throw new NotFound("There is no type " + name);
        }
        return types.get(name);
    }

    @Override
    public CustomType create(Caller caller, Map<String, ?> description) {
        return keep(PREFIX + description.get("name"), description, 1);
    }

    @Override
    public CustomType update(Caller caller, String name, Long version, Map<String, ?> patch) {
        CustomType stored = get(caller, name);
        if (version != null && version != stored.version()) {
            throw new Conflict("Somebody was faster", stored.version(), List.of());
        }
        return keep(name, patch, stored.version() + 1);
    }

    @SuppressWarnings("unchecked")
    private CustomType keep(String name, Map<String, ?> description, long version) {
        received = description;
        Map<String, String> label = description.get("label") instanceof Map<?, ?> texts
                ? (Map<String, String>) texts
                : Map.of("vi", "Thiết bị", "en", "Equipment");
        CustomType type = new CustomType(
                name,
                label,
                Map.of("vi", "Mọi thiết bị", "en", "Mọi thiết bị"),
                Map.of(),
                Objects.requireNonNullElse((String) description.get("icon"), "box"),
                "customers",
                false,
                Boolean.TRUE.equals(description.get("retired")),
                version);
        types.put(name, type);
        return type;
    }
}
