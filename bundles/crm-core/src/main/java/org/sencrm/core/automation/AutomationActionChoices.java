package org.sencrm.core.automation;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.text.Messages;

/** What automations can do. */
@Component(property = ChoiceSource.FIELD + "=automations.action")
public final class AutomationActionChoices implements ChoiceSource {

    private final Offered offered;
    private final Messages messages;

    @Activate
    public AutomationActionChoices(@Reference Offered offered, @Reference Messages messages) {
        this.offered = offered;
        this.messages = messages;
    }

    @Override
    public List<Choice> choices(Locale locale) {
        return offered.actionCodes().stream()
                .sorted()
                .map(code -> new Choice(code, messages.text(locale, StoredAutomations.actionKey(code)), "neutral"))
                .toList();
    }
}
