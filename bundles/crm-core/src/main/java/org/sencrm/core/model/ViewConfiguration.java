package org.sencrm.core.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.ConfigurationPart;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.text.Messages;
import org.sencrm.core.configuration.RecordPart;
import org.sencrm.core.fault.Faults;

/** Views that everybody finds as a part of the configuration, known by type and name. */
@Component(
        service = ConfigurationPart.class,
        property = {ConfigurationPart.NAME + "=views", ConfigurationPart.ORDER + ":Integer=700"})
public final class ViewConfiguration extends RecordPart {

    private static final String TYPE = "type";
    private static final String NAME = "name";
    private static final String SCOPE = "scope";
    private static final String ALL = "all";

    @Activate
    public ViewConfiguration(@Reference Records records, @Reference RecordTypes types, @Reference Messages messages) {
        super(
                records,
                types,
                new Faults(messages),
                "views",
                List.of(TYPE, NAME),
                List.of(NAME, TYPE, "filter", "sort", "columns", "groupBy", "kind"),
                List.of());
    }

    @Override
    protected String filter() {
        return Rsql.equal(SCOPE, ALL);
    }

    @Override
    protected Map<String, Object> read(Caller caller, Map<String, Object> value) {
        Map<String, Object> stored = new LinkedHashMap<>(value);
        stored.put(SCOPE, ALL);
        return stored;
    }

    @Override
    public Outline outline(Caller caller, String key, Map<String, Object> value) {
        return Outline.of(Objects.toString(value.get(TYPE), ""), Objects.toString(value.get(NAME), key));
    }
}
