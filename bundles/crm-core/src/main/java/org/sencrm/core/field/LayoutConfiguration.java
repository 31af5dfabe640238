package org.sencrm.core.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.type.SystemFields;

/** Layouts as a part of the configuration, known by the record type and the name of the role. */
@Component(property = {ConfigurationPart.NAME + "=layouts", ConfigurationPart.ORDER + ":Integer=600"})
public final class LayoutConfiguration implements ConfigurationPart {

    private static final String ALL = "*";
    private static final String NAME = "name";

    private final RecordLayouts layouts;
    private final RecordTypes types;
    private final Records records;
    private final Messages messages;
    private final Faults faults;

    @Activate
    public LayoutConfiguration(
            @Reference RecordLayouts layouts,
            @Reference RecordTypes types,
            @Reference Records records,
            @Reference Messages messages) {
        this.layouts = layouts;
        this.types = types;
        this.records = records;
        this.messages = messages;
        this.faults = new Faults(messages);
    }

    @Override
    public List<ConfigurationItem> items(Caller caller) {
        List<RecordLayout> all = new ArrayList<>();
        for (RecordType type : types.all()) {
            all.addAll(layouts.list(caller, type.name()));
        }
        Map<Long, String> roles = names(
                caller,
                all.stream()
                        .map(RecordLayout::role)
                        .filter(role -> role != RecordLayout.EVERYBODY)
                        .distinct()
                        .toList());
        return all.stream()
                .filter(layout -> roles.containsKey(layout.role()))
                .map(layout -> ConfigurationItem.added(
                        layout.type() + '/' + roles.get(layout.role()), description(layout), TakeBack.UNDOABLE))
                .toList();
    }

    /** A role that was deleted has no name any more, and nobody its layout. */
    private Map<Long, String> names(Caller caller, List<Long> roles) {
        Map<Long, String> names = new LinkedHashMap<>(Map.of(RecordLayout.EVERYBODY, ALL));
        if (!roles.isEmpty()) {
            Query query = Query.of(SystemFields.ROLES)
                    .where(Rsql.in("id", roles))
                    .reading(NAME)
                    .limitedTo(Query.MAX_LIMIT);
            records.list(caller, query).items().forEach(role -> names.put(role.id(), role.text(NAME)));
        }
        return names;
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
    public void put(Caller caller, String key, Map<String, Object> value) {
        layouts.put(caller, type(key), roleId(caller, key), null, value);
    }

    @Override
    public void takeBack(Caller caller, String key) {
        layouts.remove(caller, type(key), roleId(caller, key), null);
    }

    private long roleId(Caller caller, String key) {
        String role = role(key);
        if (ALL.equals(role)) {
            return RecordLayout.EVERYBODY;
        }
        Query named = Query.of(SystemFields.ROLES).where(Rsql.equal(NAME, role)).limitedTo(2);
        List<RecordData> found = records.list(caller, named).items();
        if (found.size() != 1) {
            throw faults.badRequest(caller, "configuration.noRecord", role);
        }
        return found.get(0).id();
    }

    private static String type(String key) {
        return key.substring(0, Math.max(0, key.indexOf('/')));
    }

    private static String role(String key) {
        return Objects.requireNonNull(key).substring(key.indexOf('/') + 1);
    }
}
