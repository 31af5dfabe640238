package org.sencrm.core.automation;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.text.Messages;

/** What automations can wait for. */
@Component(property = ChoiceSource.FIELD + "=automations.trigger")
public final class AutomationTriggerChoices implements ChoiceSource {

    private final Offered offered;
    private final Messages messages;

    @Activate
    public AutomationTriggerChoices(@Reference Offered offered, @Reference Messages messages) {
        this.offered = offered;
        this.messages = messages;
    }

    @Override
    public List<Choice> choices(Locale locale) {
        return offered.triggerCodes().stream()
                .map(code -> new Choice(code, messages.text(locale, StoredAutomations.triggerKey(code)), "neutral"))
                .toList();
    }
}
