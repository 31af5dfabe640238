package org.sencrm.core.field;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.computed.ComputedFields;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.TypeRegistry;

/** Looks ahead at record types, for the dry run of a promotion. */
@Component(service = ForeseenTypes.class)
public final class ForeseenTypes {

    private final Database database;
    private final TypeRegistry types;
    private final ComputedFields computed;
    private final Messages messages;
    private final Settings settings;

    @Activate
    public ForeseenTypes(
            @Reference Database database,
            @Reference TypeRegistry types,
            @Reference ComputedFields computed,
            @Reference Messages messages,
            @Reference Settings settings) {
        this.database = database;
        this.types = types;
        this.computed = computed;
        this.messages = messages;
        this.settings = settings;
    }

    /** @param brought by part and key, as a part of the configuration gets it */
    Foresight with(Caller caller, Map<String, Map<String, Map<String, Object>>> brought) {
        return new Foresight(database, types, computed, messages, settings, caller, brought);
    }
}
