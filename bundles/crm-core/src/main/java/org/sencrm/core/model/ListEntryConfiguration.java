package org.sencrm.core.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.ConfigurationPart;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.text.Messages;
import org.sencrm.core.configuration.RecordPart;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.type.OpenLists;
import org.sencrm.core.type.SystemFields;

/**
 * Entries of open lists as a part of the configuration, known by list and code. What people typed into records is data of
 * theirs: it travels only once an administrator gave it another name.
 */
@Component(
        service = ConfigurationPart.class,
        property = {ConfigurationPart.NAME + "=listEntries", ConfigurationPart.ORDER + ":Integer=400"})
public final class ListEntryConfiguration extends RecordPart {

    private static final String NAME = "name";
    private static final String LIST = "list";
    private static final String CODE = "code";

    private final Messages messages;

    @Activate
    public ListEntryConfiguration(
            @Reference Records records, @Reference RecordTypes types, @Reference Messages messages) {
        super(
                records,
                types,
                new Faults(messages),
                OpenLists.TYPE,
                List.of(LIST, CODE),
                List.of(LIST, CODE, NAME),
                List.of(LIST));
        this.messages = messages;
    }

    /** One that was typed is as it was when the list got it until somebody renames it. */
    @Override
    protected Map<String, Object> declared(Caller caller, RecordData record) {
        if (!OpenLists.TYPED.equals(record.text(SystemFields.SOURCE))) {
            return Map.of();
        }
        Map<String, Object> typed = written(caller, record);
        typed.put(NAME, record.text(CODE));
        return typed;
    }

    @Override
    public Outline outline(Caller caller, String key, Map<String, Object> value) {
        String list = messages.text(caller.locale(), "list." + value.get(LIST));
        return Outline.of(null, list + ": " + Objects.toString(value.get(NAME), key));
    }

    /** The code of an entry is its first name: one that was renamed is made under that name first. */
    @Override
    public void put(Caller caller, String key, Map<String, Object> value) {
        String name = text(value, NAME);
        RecordData there = find(caller, key, value);
        if (there == null) {
            there = create(caller, Map.of(LIST, text(value, LIST), NAME, text(value, CODE)));
        }
        change(caller, there, Map.of(NAME, name));
    }

    /** List and code never change. */
    @Override
    protected Map<String, Object> read(Caller caller, Map<String, Object> value) {
        return Map.of(NAME, text(value, NAME));
    }

    private static String text(Map<String, Object> value, String member) {
        if (value.get(member) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("an entry without " + member);
    }
}
