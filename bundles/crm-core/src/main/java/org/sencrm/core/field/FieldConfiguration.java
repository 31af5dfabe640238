package org.sencrm.core.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.sencrm.api.field.CustomField;
import org.sencrm.api.field.CustomFields;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.filter.FilterNames;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.value.ValueKind;

/** Custom fields as a part of the configuration: the key is {@code type.name}, the value what describes a field. */
@Component(property = {ConfigurationPart.NAME + "=fields", ConfigurationPart.ORDER + ":Integer=200"})
public final class FieldConfiguration implements ConfigurationPart {

    /** What never changes of a field. */
    private static final List<String> FIXED = List.of("kind", "result", "target");

    private static final String LABEL = "label";
    private static final String OPTIONS = "options";
    private static final String ANY = "*";

    private final CustomFields fields;
    private final RecordTypes types;
    private final ForeseenTypes foreseen;
    private final Faults faults;

    @Activate
    public FieldConfiguration(
            @Reference CustomFields fields,
            @Reference RecordTypes types,
            @Reference ForeseenTypes foreseen,
            @Reference Messages messages) {
        this.fields = fields;
        this.types = types;
        this.foreseen = foreseen;
        this.faults = new Faults(messages);
    }

    @Override
    public List<ConfigurationItem> items(Caller caller) {
        List<ConfigurationItem> items = new ArrayList<>();
        for (RecordType type : types.all()) {
            fields.list(caller, type.name())
                    .forEach(field -> items.add(ConfigurationItem.added(
                            field.type() + '.' + field.name(), described(field), TakeBack.FOR_GOOD)));
        }
        return items;
    }

    private static Map<String, Object> described(CustomField field) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(LABEL, field.label());
        members.put("kind", Computations.kindOf(field));
        members.put("required", field.required());
        members.put("unique", field.unique());
        members.put("default", ValueKind.of(field.kind()).plain(field.initial()));
        members.put(
                OPTIONS,
                field.options().stream().map(FieldConfiguration::described).toList());
        members.put("target", field.target());
        members.put("expression", field.expression());
        members.put("result", field.isComputed() ? field.kind().code() : null);
        members.put("rollUp", field.rollUp() == null ? null : RollUpMembers.write(field.rollUp()));
        return members;
    }

    private static Map<String, Object> described(CustomField.Option option) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", option.code());
        members.put(LABEL, option.label());
        members.put("retired", option.retired());
        return members;
    }

    @Override
    public Outline outline(Caller caller, String key, Map<String, Object> value) {
        Place place = Place.of(key);
        Set<Need> needs = new LinkedHashSet<>(Set.of(Need.type(place.type)));
        if (value.get("target") instanceof String target && !ANY.equals(target)) {
            needs.add(Need.type(target));
        }
        if (value.get("expression") instanceof String expression) {
            Expressions.sources(expression).forEach(source -> needs.add(Need.field(place.type, source)));
        }
        if (value.get("rollUp") instanceof Map<?, ?> rollUp) {
            String parts = Objects.toString(rollUp.get("type"), "");
            needs.add(Need.type(parts));
            needs.add(Need.field(parts, Objects.toString(rollUp.get("by"), "")));
            if (rollUp.get("field") instanceof String summed) {
                needs.add(Need.field(parts, summed));
            }
            if (rollUp.get("filter") instanceof String filter) {
                FilterNames.of(filter).forEach(asked -> needs.add(Need.field(parts, asked)));
            }
        }
        return new Outline(place.type, label(caller, place, value), needs, Set.of(Need.field(place.type, place.name)));
    }

    private static String label(Caller caller, Place place, Map<String, Object> value) {
        Object label = value.get(LABEL);
        Object said =
                label instanceof Map<?, ?> texts ? texts.get(caller.locale().getLanguage()) : label;
        return Objects.toString(said, place.name);
    }

    /** Choices that are only here stay: records may have them. */
    @Override
    public Map<String, Object> merge(Map<String, Object> there, Map<String, Object> wanted) {
        Map<String, Object> merged = ConfigurationPart.super.merge(there, wanted);
        merged.computeIfPresent(LABEL, (member, label) -> Translated.of(label));
        if (wanted.get(OPTIONS) instanceof List<?> offered && there.get(OPTIONS) instanceof List<?> known) {
            List<Object> all = new ArrayList<>();
            offered.forEach(option -> all.add(whole(option)));
            Set<Object> codes = offered.stream().map(FieldConfiguration::code).collect(Collectors.toSet());
            known.stream().filter(option -> !codes.contains(code(option))).forEach(all::add);
            merged.put(OPTIONS, all);
        }
        return merged;
    }

    /** An option with all its members, of which a file may leave some out. */
    private static Object whole(Object option) {
        Object code = code(option);
        Map<String, Object> members = new LinkedHashMap<>();
        if (option instanceof Map<?, ?> given) {
            given.forEach((member, value) -> members.put(String.valueOf(member), value));
        }
        members.put("code", code);
        members.put(LABEL, Translated.of(members.getOrDefault(LABEL, code)));
        members.putIfAbsent("retired", false);
        return members;
    }

    private static Object code(Object option) {
        return option instanceof Map<?, ?> members ? members.get("code") : option;
    }

    @Override
    public Optional<String> refusal(
            Caller caller,
            String key,
            Map<String, Object> value,
            Map<String, Map<String, Map<String, Object>>> brought) {
        Place place = Place.of(key);
        Foresight ahead = foreseen.with(caller, brought);
        StoredType type = ahead.type(place.type).orElseThrow(() -> faults.noType(caller));
        Optional<CustomField> own = ahead.own(place.type, place.name);
        if (own.map(FieldConfiguration::described).stream().anyMatch(there -> isOtherKind(there, value))) {
            return Optional.of(faults.text(caller, "configuration.otherKind"));
        } else if (type.declared().group().isEmpty()) {
            return Optional.of(faults.text(caller, "fault.field.type"));
        } else if (own.isEmpty() && ahead.countFields(place.type) >= StoredCustomFields.MOST_FIELDS) {
            return Optional.of(faults.text(caller, "fault.field.tooMany", StoredCustomFields.MOST_FIELDS));
        }
        ahead.checkCircle(ahead.field(type, place.name, value));
        return Optional.empty();
    }

    private static boolean isOtherKind(Map<String, Object> there, Map<String, Object> value) {
        return FIXED.stream().anyMatch(member -> !Objects.equals(there.get(member), value.get(member)));
    }

    private Optional<CustomField> own(Caller caller, Place place) {
        return types.find(place.type).stream()
                .flatMap(type -> fields.list(caller, type.name()).stream())
                .filter(field -> field.name().equals(place.name))
                .findFirst();
    }

    @Override
    public void put(Caller caller, String key, Map<String, Object> value) {
        Place place = Place.of(key);
        if (own(caller, place).isPresent()) {
            fields.update(caller, place.type, place.name, null, value);
        } else {
            fields.create(caller, place.type, description(place.name, value));
        }
    }

    /** A new field as it is described. */
    static Map<String, Object> description(String name, Map<String, Object> value) {
        Map<String, Object> members = new LinkedHashMap<>(value);
        members.values().removeIf(Objects::isNull);
        members.put("name", name);
        return members;
    }

    @Override
    public void takeBack(Caller caller, String key) {
        Place place = Place.of(key);
        fields.remove(caller, place.type, place.name, null);
    }

    /** What a key says. */
    private record Place(String type, String name) {

        static Place of(String key) {
            int dot = key.indexOf('.');
            if (dot < 0) {
                throw new IllegalArgumentException("no field: " + key);
            }
            return new Place(key.substring(0, dot), key.substring(dot + 1));
        }
    }
}
