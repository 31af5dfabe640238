package org.sencrm.core.customtype;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationItem.TakeBack;
import org.sencrm.api.configuration.ConfigurationPart;
import org.sencrm.api.field.CustomType;
import org.sencrm.api.field.CustomTypes;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.field.Translated;
import org.sencrm.core.type.TypeRegistry;

/** Record types of one's own as a part of the configuration, by name. One that is taken back is retired: its records stay. */
@Component(property = {ConfigurationPart.NAME + "=types", ConfigurationPart.ORDER + ":Integer=100"})
public final class TypeConfiguration implements ConfigurationPart {

    private static final String RETIRED = "retired";
    private static final String LABEL = "label";

    private static final List<String> TEXTS = List.of(LABEL, "plural", "nameLabel");

    private final CustomTypes types;
    private final TypeRules rules;
    private final Faults faults;

    @Activate
    public TypeConfiguration(
            @Reference CustomTypes types, @Reference TypeRegistry registry, @Reference Messages messages) {
        this.types = types;
        this.faults = new Faults(messages);
        this.rules = new TypeRules(registry, messages, faults);
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
        members.put("board", type.board());
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
    public Optional<String> refusal(
            Caller caller,
            String key,
            Map<String, Object> value,
            Map<String, Map<String, Map<String, Object>>> brought) {
        List<CustomType> there = types.list(caller);
        Optional<CustomType> stored = there(there, key);
        if (stored.isPresent()) {
            rules.update(caller, stored.get(), shown(value));
        } else {
            rules.create(caller, named(key, value));
        }
        Set<String> living = there.stream()
                .filter(type -> !type.retired())
                .map(CustomType::name)
                .collect(Collectors.toSet());
        if (!living.contains(key)) {
            living.addAll(brought.getOrDefault("types", Map.of()).keySet());
            living.remove(key);
            rules.checkRoom(caller, living.size());
        }
        return Optional.empty();
    }

    @Override
    public void put(Caller caller, String key, Map<String, Object> value) {
        if (there(types.list(caller), key).isPresent()) {
            types.update(caller, key, null, shown(value));
        } else {
            types.create(caller, named(key, value));
        }
    }

    /** In sight, also where it was retired here. */
    private static Map<String, Object> shown(Map<String, Object> value) {
        Map<String, Object> members = new LinkedHashMap<>(value);
        members.put(RETIRED, false);
        return members;
    }

    /** A new type as it is described. */
    private static Map<String, Object> named(String key, Map<String, Object> value) {
        if (!key.startsWith(CustomTypes.PREFIX)) {
            throw new IllegalArgumentException("no name of an own type: " + key);
        }
        Map<String, Object> members = new LinkedHashMap<>(value);
        members.values().removeIf(Objects::isNull);
        members.put("name", key);
        return members;
    }

    private static Optional<CustomType> there(List<CustomType> all, String key) {
        return all.stream().filter(type -> type.name().equals(key)).findFirst();
    }

    @Override
    public void takeBack(Caller caller, String key) {
        types.update(caller, key, null, Map.of(RETIRED, true));
    }
}
