package org.sencrm.core.automation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.automation.AutomationAction;
import org.sencrm.api.automation.AutomationAction.Source;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.configuration.ConfigurationPart;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.text.Messages;
import org.sencrm.core.configuration.RecordPart;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.value.Json;

/**
 * Automations as a part of the configuration, known by name. Records that their actions name, such as webhooks, travel by
 * name too, and have to be there. Whether one is on is each installation's own matter: a new one belongs to whoever brings
 * it, works with the rights of that person, and so is off until somebody who has read it switches it on.
 */
@Component(
        service = ConfigurationPart.class,
        property = {ConfigurationPart.NAME + "=automations", ConfigurationPart.ORDER + ":Integer=800"})
public final class AutomationConfiguration extends RecordPart {

    private static final String NAME = "name";
    private static final String SUBJECT = "subject";
    private static final String ACTION = "action";
    private static final String PARAMETERS = "parameters";
    private static final String ACTIVE = "active";

    private final Records records;
    private final RecordTypes types;
    private final Offered offered;
    private final Faults faults;

    @Activate
    public AutomationConfiguration(
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Offered offered,
            @Reference Messages messages) {
        super(
                records,
                types,
                new Faults(messages),
                Automations.TYPE,
                List.of(NAME),
                List.of(NAME, SUBJECT, "trigger", "changedField", "condition", ACTION, PARAMETERS),
                List.of("trigger", ACTION));
        this.records = records;
        this.types = types;
        this.offered = offered;
        this.faults = new Faults(messages);
    }

    @Override
    protected Map<String, Object> written(Caller caller, RecordData record) {
        Map<String, Object> value = super.written(caller, record);
        String parameters = record.text(PARAMETERS);
        Object members = parameters == null ? null : Json.read(parameters);
        value.put(PARAMETERS, exchanged(value, members, (type, id) -> name(caller, type, id)));
        return value;
    }

    @Override
    protected Map<String, Object> read(Caller caller, Map<String, Object> value) {
        Map<String, Object> stored = new LinkedHashMap<>(value);
        Object members = exchanged(value, value.get(PARAMETERS), (type, name) -> id(caller, type, name));
        stored.put(PARAMETERS, members == null ? null : Json.write(members));
        return stored;
    }

    @Override
    public void put(Caller caller, String key, Map<String, Object> value) {
        Map<String, Object> given = new LinkedHashMap<>(value);
        if (find(caller, key, value) == null) {
            given.put(ACTIVE, false);
        } else {
            given.remove(ACTIVE);
        }
        super.put(caller, key, given);
    }

    /** The parameters with what stands for records exchanged. */
    private Object exchanged(Map<String, Object> value, Object given, BinaryOperator<String> exchange) {
        if (!(given instanceof Map<?, ?> members)) {
            return given;
        }
        Map<Object, Object> changed = new LinkedHashMap<>(members);
        for (AutomationAction.Parameter parameter : parameters(value, Source.Of.RECORDS)) {
            changed.computeIfPresent(
                    parameter.name(),
                    (name, content) -> exchange.apply(parameter.source().name(), content.toString()));
        }
        return changed;
    }

    private List<AutomationAction.Parameter> parameters(Map<String, Object> value, Source.Of kind) {
        return Optional.ofNullable((String) value.get(ACTION)).flatMap(offered::action).stream()
                .flatMap(action -> action.parameters().stream())
                .filter(parameter ->
                        parameter.source() != null && parameter.source().of() == kind)
                .toList();
    }

    private String name(Caller caller, String type, String id) {
        try {
            return records.get(caller, type, Long.parseLong(id))
                    .text(types.get(type).labelField());
        } catch (NotFound | NumberFormatException gone) {
            // what it named is away: so it is where it is brought to
            return id;
        }
    }

    private String id(Caller caller, String type, String name) {
        Query named = Query.of(type)
                .where(Rsql.equal(types.get(type).labelField(), name))
                .reading("id")
                .limitedTo(2);
        List<RecordData> found = records.list(caller, named).items();
        if (found.size() != 1) {
            throw faults.badRequest(caller, "configuration.noRecord", name);
        }
        return Long.toString(found.get(0).id());
    }

    @Override
    public Optional<String> refusal(Caller caller, String key, Map<String, Object> value) {
        try {
            read(caller, value);
            return super.refusal(caller, key, value);
        } catch (Fault missing) {
            return Optional.of(missing.getMessage());
        }
    }

    @Override
    public Outline outline(Caller caller, String key, Map<String, Object> value) {
        String subject = Objects.toString(value.get(SUBJECT), "");
        Set<Need> needs = new LinkedHashSet<>(Set.of(Need.type(subject)));
        if (value.get("changedField") instanceof String field) {
            needs.add(Need.field(subject, field));
        }
        if (value.get(PARAMETERS) instanceof Map<?, ?> members) {
            parameters(value, Source.Of.FIELDS).stream()
                    .map(parameter -> members.get(parameter.name()))
                    .filter(String.class::isInstance)
                    .forEach(field -> needs.add(Need.field(subject, (String) field)));
        }
        return new Outline(subject, Objects.toString(value.get(NAME), key), needs, Set.of());
    }
}
