package org.sencrm.core.automation;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;

/** The record types that an automation can be about: those that people work with, but not automations themselves. */
@Component(property = ChoiceSource.FIELD + "=automations.subject")
public final class AutomationSubjects implements ChoiceSource {

    private final RecordTypes types;
    private final Messages messages;

    @Activate
    public AutomationSubjects(@Reference RecordTypes types, @Reference Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    @Override
    public List<Choice> choices(Locale locale) {
        return types.all().stream()
                .filter(type -> !type.group().isEmpty())
                .map(RecordType::name)
                .filter(name -> !Automations.TYPE.equals(name))
                .map(name -> new Choice(name, messages.many(locale, name), "neutral"))
                .toList();
    }
}
