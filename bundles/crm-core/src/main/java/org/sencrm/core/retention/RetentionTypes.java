package org.sencrm.core.retention;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.privacy.Consents;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;

/** The record types for which there can be a rule: not those by which the company is run, nor what proves something. */
@Component(property = ChoiceSource.FIELD + "=retentionrules.subject")
public final class RetentionTypes implements ChoiceSource {

    private static final Set<String> NEVER = Set.of(Consents.TYPE, "currencyrates");

    private final RecordTypes types;
    private final Messages messages;

    @Activate
    public RetentionTypes(@Reference RecordTypes types, @Reference Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    @Override
    public List<Choice> choices(Locale locale) {
        return types.all().stream()
                .filter(type -> !type.administrative() && !NEVER.contains(type.name()))
                .map(RecordType::name)
                .map(name -> new Choice(name, messages.many(locale, name), "neutral"))
                .toList();
    }
}
