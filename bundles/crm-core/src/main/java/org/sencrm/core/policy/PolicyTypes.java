package org.sencrm.core.policy;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;

/** The record types that a policy can be about. */
@Component(property = ChoiceSource.FIELD + "=policies.about")
public final class PolicyTypes implements ChoiceSource {

    private final RecordTypes types;
    private final Messages messages;

    @Activate
    public PolicyTypes(@Reference RecordTypes types, @Reference Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    @Override
    public List<Choice> choices(Locale locale) {
        return types.all().stream()
                .map(type -> new Choice(type.name(), messages.many(locale, type.name()), "neutral"))
                .toList();
    }
}
