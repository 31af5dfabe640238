package org.sencrm.core.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationItem.TakeBack;
import org.sencrm.api.configuration.ConfigurationPart;
import org.sencrm.api.field.RecordLayout;
import org.sencrm.api.field.RecordLayouts;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.text.Messages;
import org.sencrm.core.configuration.Namesakes;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;

/**
 * Layouts as a part of the configuration, known by the record type and the name of the role. Roles that share a name from
 * before names were given once are counted, as where roles travel.
 */
@Component(property = {ConfigurationPart.NAME + "=layouts", ConfigurationPart.ORDER + ":Integer=600"})
public final class LayoutConfiguration implements ConfigurationPart {

    private static final String ALL = "*";
    private static final String NAME = "name";

    private final RecordLayouts layouts;
    private final RecordTypes types;
    private final Records records;
    private final ForeseenTypes foreseen;
    private final Messages messages;
    private final Faults faults;
    private final LayoutReading reading;

    @Activate
    public LayoutConfiguration(
            @Reference RecordLayouts layouts,
            @Reference RecordTypes types,
            @Reference Records records,
            @Reference ForeseenTypes foreseen,
            @Reference Messages messages) {
        this.layouts = layouts;
        this.types = types;
        this.records = records;
        this.foreseen = foreseen;
        this.messages = messages;
        this.faults = new Faults(messages);
        this.reading = new LayoutReading(faults, messages);
    }

    @Override
    public List<ConfigurationItem> items(Caller caller) {
        List<RecordLayout> all = new ArrayList<>();
        for (RecordType type : types.all()) {
            all.addAll(layouts.list(caller, type.name()));
        }
        if (all.isEmpty()) {
            return List.of();
        }
        List<ConfigurationItem> items = new ArrayList<>();
        // a role that was deleted has no name any more, and nobody its layout
        roles(caller)
                .forEach((name, id) -> all.stream()
                        .filter(layout -> layout.role() == id)
                        .forEach(layout -> items.add(ConfigurationItem.added(
                                layout.type() + '/' + name, description(layout), TakeBack.UNDOABLE))));
        return items;
    }

    /** Ids by name, also for everybody. */
    private Map<String, Long> roles(Caller caller) {
        Map<String, Long> roles = new LinkedHashMap<>(Map.of(ALL, RecordLayout.EVERYBODY));
        Query query =
                Query.of(SystemFields.ROLES).sortedBy(SystemFields.CREATED_AT).reading(NAME);
        records.all(caller, query).forEach(role -> roles.put(Namesakes.free(role.text(NAME), roles), role.id()));
        return roles;
    }

    private static Map<String, Object> description(RecordLayout layout) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put(
                "sections",
                layout.sections().stream()
                        .map(section ->
                                Map.of("word", section.word(), "label", section.label(), "fields", section.fields()))
                        .toList());
        description.put("hidden", List.copyOf(new TreeSet<>(layout.hidden())));
        return description;
    }

    @Override
    public Outline outline(Caller caller, String key, Map<String, Object> value) {
        String type = type(key);
        String role = role(key);
        String whose = ALL.equals(role) ? faults.text(caller, "configuration.layout.everybody") : role;
        return Outline.of(type, messages.many(caller.locale(), type) + " · " + whose);
    }

    @Override
    public Optional<String> refusal(
            Caller caller,
            String key,
            Map<String, Object> value,
            Map<String, Map<String, Map<String, Object>>> brought) {
        if (!brought.getOrDefault(SystemFields.ROLES, Map.of()).containsKey(role(key))) {
            roleId(caller, key);
        }
        StoredType type =
                foreseen.with(caller, brought).typeWithRules(type(key)).orElseThrow(() -> faults.noType(caller));
        reading.read(caller, type, new RecordLayout(type.name(), 0, List.of(), Set.of(), 0), value);
        return Optional.empty();
    }

    @Override
    public void put(Caller caller, String key, Map<String, Object> value) {
        layouts.put(caller, type(key), roleId(caller, key), null, value);
    }

    @Override
    public void takeBack(Caller caller, String key) {
        layouts.remove(caller, type(key), roleId(caller, key), null);
    }

    private long roleId(Caller caller, String key) {
        Long role = roles(caller).get(role(key));
        if (role == null) {
            throw faults.badRequest(caller, "configuration.noRole", role(key));
        }
        return role;
    }

    private static String type(String key) {
        return key.substring(0, Math.max(0, key.indexOf('/')));
    }

    private static String role(String key) {
        return Objects.requireNonNull(key).substring(key.indexOf('/') + 1);
    }
}
