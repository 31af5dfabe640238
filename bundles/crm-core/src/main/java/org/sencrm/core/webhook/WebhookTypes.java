package org.sencrm.core.webhook;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;
import org.sencrm.api.webhook.Webhooks;

/** The record types that a webhook can be told of: all but webhooks themselves. */
@Component(property = ChoiceSource.FIELD + "=webhooks.types")
public final class WebhookTypes implements ChoiceSource {

    private static final String TONE = "neutral";

    private final RecordTypes types;
    private final Messages messages;

    @Activate
    public WebhookTypes(@Reference RecordTypes types, @Reference Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    @Override
    public List<Choice> choices(Locale locale) {
        return types.all().stream()
                .map(RecordType::name)
                .filter(name -> !Webhooks.TYPE.equals(name))
                .map(name -> new Choice(name, messages.many(locale, name), TONE))
                .toList();
    }
}
