package org.sencrm.rest;

import java.time.Instant;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.automation.AutomationAction;
import org.sencrm.api.automation.AutomationAction.Parameter;
import org.sencrm.api.automation.AutomationRun;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Reference;

/** One trigger, one action, and automation number 70 with two runs. */
final class FakeAutomations implements Automations {

    @Override
    public void fire(String trigger, String type, long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Offer> triggers(Caller caller) {
        return List.of(new Offer("acme.overdue", "Overdue", List.of("opportunities"), List.of()));
    }

    @Override
    public List<Offer> actions(Caller caller) {
        Input field =
                new Input("Field", new Parameter("field", FieldKind.TEXT, true, AutomationAction.Source.fields()));
        Input value = new Input("Value", new Parameter("value", null, false));
        return List.of(new Offer("setField", "Set a field", List.of(), List.of(field, value)));
    }

    @Override
    public List<AutomationRun> runs(Caller caller, long automation, int limit, long before) {
        if (automation != 70) {
            throw new NotFound("There is no such automation");
        }
        return List.of(run(82, AutomationRun.State.FAILED, "No"), run(81, AutomationRun.State.DONE, null)).stream()
                .filter(run -> before == 0 || run.id() < before)
                .limit(limit)
                .toList();
    }

    private static AutomationRun run(long id, AutomationRun.State state, String message) {
        Instant at = Instant.parse("2026-01-02T03:04:05Z");
        return new AutomationRun(id, 70, Reference.to("accounts", 1), state, message, at);
    }
}
