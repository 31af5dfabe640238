package org.sencrm.core.set;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;

/** The types of which there are sets: those that have a place in the navigation. */
@Component(property = ChoiceSource.FIELD + "=sets.type")
public final class SetTypes implements ChoiceSource {

    private final RecordTypes types;
    private final Messages messages;

    @Activate
    public SetTypes(@Reference RecordTypes types, @Reference Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    @Override
    public List<Choice> choices(Locale locale) {
        return types.all().stream()
                .filter(type ->
                        !type.group().isEmpty() && !type.administrative() && !SetFields.TYPE.equals(type.name()))
                .map(type -> new Choice(type.name(), messages.many(locale, type.name()), "neutral"))
                .toList();
    }
}
