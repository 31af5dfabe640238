package org.sencrm.core.automation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.automation.AutomationAction;
import org.sencrm.api.automation.AutomationRun;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.record.Records;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.store.Database;

/** The service: who waits is found by {@link AutomationEvents}, what was done in the log of runs. */
@Component(service = Automations.class)
public final class StoredAutomations implements Automations {

    private final AutomationEvents events;
    private final Offered offered;
    private final Records records;
    private final Access access;
    private final Messages messages;
    private final Faults faults;
    private final RunTable runs;

    @Activate
    public StoredAutomations(
            @Reference Database database,
            @Reference AutomationEvents events,
            @Reference Offered offered,
            @Reference Records records,
            @Reference Access access,
            @Reference Messages messages) {
        this.events = events;
        this.offered = offered;
        this.records = records;
        this.access = access;
        this.messages = messages;
        this.faults = new Faults(messages);
        this.runs = new RunTable(database);
    }

    static String triggerKey(String code) {
        return "automation.trigger." + code;
    }

    static String actionKey(String code) {
        return "automation.action." + code;
    }

    @Override
    public void fire(String trigger, String type, long id) {
        events.happened(trigger, type, id, Set.of());
    }

    @Override
    public List<Offer> triggers(Caller caller) {
        reading(caller);
        return offered.triggerCodes().stream()
                .map(code ->
                        new Offer(code, text(caller.locale(), triggerKey(code)), offered.triggerTypes(code), List.of()))
                .toList();
    }

    @Override
    public List<Offer> actions(Caller caller) {
        reading(caller);
        return offered.actionCodes().stream()
                .sorted()
                .map(code -> new Offer(
                        code, text(caller.locale(), actionKey(code)), offered.actionTypes(code), inputs(caller, code)))
                .toList();
    }

    private List<Input> inputs(Caller caller, String code) {
        return offered.action(code).map(AutomationAction::parameters).orElse(List.of()).stream()
                .map(parameter -> new Input(text(caller.locale(), actionKey(code) + "." + parameter.name()), parameter))
                .toList();
    }

    private String text(Locale locale, String key) {
        return messages.text(locale, key);
    }

    @Override
    public List<AutomationRun> runs(Caller caller, long automation, int limit, long before) {
        records.get(caller, TYPE, automation);
        return runs.of(automation, before == 0 ? Long.MAX_VALUE : before, limit);
    }

    private void reading(Caller caller) {
        if (!caller.isSystem() && !access.may(caller, Right.READ, TYPE)) {
            throw faults.forbidden(caller);
        }
    }
}
