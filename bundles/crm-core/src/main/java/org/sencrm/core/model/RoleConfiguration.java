package org.sencrm.core.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.ConfigurationPart;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.text.Messages;
import org.sencrm.core.configuration.RecordPart;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.type.SystemFields;

/** Roles with their rights as a part of the configuration, known by name. Who has them does not travel. */
@Component(
        service = ConfigurationPart.class,
        property = {ConfigurationPart.NAME + "=roles", ConfigurationPart.ORDER + ":Integer=500"})
public final class RoleConfiguration extends RecordPart {

    private static final String NAME = "name";
    private static final String PERMISSIONS = "permissions";
    private static final String ANY = "*";
    private static final int PAGE = 100;

    private final Records records;
    private final Faults faults;

    @Activate
    public RoleConfiguration(@Reference Records records, @Reference RecordTypes types, @Reference Messages messages) {
        super(
                records,
                types,
                new Faults(messages),
                SystemFields.ROLES,
                List.of(NAME),
                List.of(NAME, "administrator", PERMISSIONS, "grants", "modulesOff", "secondFactorFrom", "networks"),
                List.of("grants"));
        this.records = records;
        this.faults = new Faults(messages);
    }

    /** A role with which the installation began was never created by anybody: what it was the change log knows. */
    @Override
    protected Map<String, Object> declared(Caller caller, RecordData record) {
        Map<String, Object> first = written(caller, record);
        List<Change> page;
        long before = 0;
        do {
            page = records.history(caller, record.type(), record.id(), PAGE, before);
            for (Change change : page) {
                if (change.kind() == Change.Kind.CREATED) {
                    return Map.of();
                }
                change.fields().stream()
                        .filter(field -> first.containsKey(field.field()))
                        .forEach(field -> first.put(field.field(), field.from()));
                before = change.id();
            }
        } while (page.size() == PAGE);
        return first;
    }

    @Override
    public Optional<String> refusal(Caller caller, String key, Map<String, Object> value) {
        Optional<String> strange = RoleLines.strange(value.get(PERMISSIONS))
                .map(word -> faults.text(caller, "roles.permissions.strange", word));
        return strange.isEmpty() ? super.refusal(caller, key, value) : strange;
    }

    @Override
    public Outline outline(Caller caller, String key, Map<String, Object> value) {
        Set<Need> needs = new LinkedHashSet<>();
        if (value.get(PERMISSIONS) instanceof List<?> lines) {
            for (Object line : lines) {
                String type = line instanceof Map<?, ?> members ? Objects.toString(members.get("type"), ANY) : ANY;
                if (!ANY.equals(type)) {
                    needs.add(Need.type(type));
                }
            }
        }
        return new Outline(null, Objects.toString(value.get(NAME), key), needs, Set.of());
    }
}
