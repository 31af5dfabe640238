package org.sencrm.core.customtype;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationItem.TakeBack;
import org.sencrm.api.configuration.ConfigurationPart;
import org.sencrm.api.field.CustomType;
import org.sencrm.api.field.CustomTypes;
import org.sencrm.core.field.Translated;

/** Record types of one's own as a part of the configuration, by name. One that is taken back is retired: its records stay. */
@Component(property = {ConfigurationPart.NAME + "=types", ConfigurationPart.ORDER + ":Integer=100"})
public final class TypeConfiguration implements ConfigurationPart {

    private static final String RETIRED = "retired";
    private static final String LABEL = "label";

    private static final List<String> TEXTS = List.of(LABEL, "plural", "nameLabel");

    private final CustomTypes types;

    @Activate
    public TypeConfiguration(@Reference CustomTypes types) {
        this.types = types;
    }

    @Override
    public List<ConfigurationItem> items(Caller caller) {
        return types.list(caller).stream()
                .filter(type -> !type.retired())
                .map(type -> ConfigurationItem.added(type.name(), described(type), TakeBack.UNDOABLE))
                .toList();
    }

    private static Map<String, Object> described(CustomType type) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(LABEL, type.label());
        members.put("plural", type.plural());
        members.put("nameLabel", type.nameLabel().isEmpty() ? null : type.nameLabel());
        members.put("icon", type.icon());
        members.put("group", type.group());
        members.put("administrative", type.administrative());
        return members;
    }

    @Override
    public Map<String, Object> merge(Map<String, Object> there, Map<String, Object> wanted) {
        Map<String, Object> merged = ConfigurationPart.super.merge(there, wanted);
        TEXTS.forEach(text -> merged.computeIfPresent(text, (member, given) -> Translated.of(given)));
        return merged;
    }

    @Override
    public Outline outline(Caller caller, String key, Map<String, Object> value) {
        Object label = value.get(LABEL) instanceof Map<?, ?> texts
                ? texts.get(caller.locale().getLanguage())
                : value.get(LABEL);
        return new Outline(
                null, Objects.toString(label, key), Set.of(), Set.of(Need.type(key), Need.field(key, "name")));
    }

    @Override
    public void put(Caller caller, String key, Map<String, Object> value) {
        Map<String, Object> members = new LinkedHashMap<>(value);
        if (there(caller, key).isPresent()) {
            members.put(RETIRED, false);
            types.update(caller, key, null, members);
        } else {
            members.values().removeIf(Objects::isNull);
            members.put("name", key);
            types.create(caller, members);
        }
    }

    private Optional<CustomType> there(Caller caller, String key) {
        return types.list(caller).stream()
                .filter(type -> type.name().equals(key))
                .findFirst();
    }

    @Override
    public void takeBack(Caller caller, String key) {
        types.update(caller, key, null, Map.of(RETIRED, true));
    }
}
