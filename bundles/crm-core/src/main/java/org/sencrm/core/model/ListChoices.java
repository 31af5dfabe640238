package org.sencrm.core.model;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;

/** The open lists that fields of the types that are there now draw from. */
@Component(property = ChoiceSource.FIELD + "=listentries.list")
public final class ListChoices implements ChoiceSource {

    private final RecordTypes types;
    private final Messages messages;

    @Activate
    public ListChoices(@Reference RecordTypes types, @Reference Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    @Override
    public List<Choice> choices(Locale locale) {
        return types.all().stream()
                .flatMap(type -> type.fields().stream())
                .filter(Field::isOpen)
                .map(Field::list)
                .distinct()
                .map(list -> new Choice(list, messages.text(locale, "list." + list), "neutral"))
                .toList();
    }
}
