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

/** Entries of open lists as a part of the configuration, known by list and code. */
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
        super(records, types, new Faults(messages), OpenLists.TYPE, List.of(LIST, CODE, NAME), List.of(LIST));
        this.messages = messages;
    }

    @Override
    protected String key(RecordData record) {
        return record.text(LIST) + '/' + record.text(CODE);
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
        String code = text(value, CODE);
        if (!isThere(caller, key)) {
            super.put(caller, key, Map.of(LIST, text(value, LIST), NAME, code));
        }
        super.put(caller, key, Map.of(NAME, name));
    }

    private static String text(Map<String, Object> value, String member) {
        if (value.get(member) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("an entry without " + member);
    }
}
