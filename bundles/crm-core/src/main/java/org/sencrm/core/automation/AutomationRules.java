package org.sencrm.core.automation;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.automation.AutomationAction;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.core.gate.OwnRights;

/**
 * Rules for automations: everything they name has to be there and to fit together, for whoever saves it. As an automation
 * does what its owner may do, nobody but an administrator makes one do more than they may themselves.
 */
@Component(property = RecordHook.TYPE + "=automations")
public final class AutomationRules implements RecordHook {

    private final Access access;
    private final Records records;
    private final RecordTypes types;
    private final Offered offered;

    @Activate
    public AutomationRules(
            @Reference Access access,
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Offered offered) {
        this.access = access;
        this.records = records;
        this.types = types;
        this.offered = offered;
    }

    @Override
    public void beforeSave(Draft draft) {
        if (draft.isNew() && draft.get("active") == null) {
            draft.set("active", true);
        }
        OwnRights.guard(access, draft, "automations.onlyOwn");
        if (draft.changed("subject") || draft.changed("trigger")) {
            checkSuits(draft, "trigger", offered.triggerTypes((String) draft.get("trigger")));
        }
        if (draft.changed("subject") || draft.changed("action")) {
            checkSuits(draft, "action", offered.actionTypes((String) draft.get("action")));
        }
        checkField(draft);
        checkCondition(draft);
        checkParameters(draft);
    }

    private static void checkSuits(Draft draft, String field, List<String> suitable) {
        Object subject = draft.get("subject");
        if (subject != null && !suitable.isEmpty() && !suitable.contains(subject)) {
            draft.refuse(field, "automations.notForType");
        }
    }

    private void checkField(Draft draft) {
        String field = (String) draft.get("changedField");
        String subject = (String) draft.get("subject");
        if (field == null || subject == null || !draft.changed("changedField") && !draft.changed("subject")) {
            return;
        }
        boolean there = types.find(subject).flatMap(type -> type.field(field)).isPresent();
        if (!there || access.hiddenFields(draft.caller(), subject).contains(field)) {
            draft.refuse("changedField", "automations.noField");
        }
    }

    private void checkCondition(Draft draft) {
        String condition = (String) draft.get("condition");
        String subject = (String) draft.get("subject");
        if (condition == null || subject == null || !draft.changed("condition") && !draft.changed("subject")) {
            return;
        }
        try {
            Query query = Query.of(subject).where(condition).reading("id").limitedTo(1);
            records.list(draft.caller(), query);
        } catch (Fault e) {
            draft.refuse("condition", "automations.badCondition");
        }
    }

    private void checkParameters(Draft draft) {
        String code = (String) draft.get("action");
        if (code == null || !draft.changed("parameters") && !draft.changed("action")) {
            return;
        }
        List<AutomationAction.Parameter> expected =
                offered.action(code).map(AutomationAction::parameters).orElse(null);
        if (expected == null) {
            return;
        }
        Optional<Parameters> read = Parameters.read((String) draft.get("parameters"), expected);
        if (read.isEmpty()) {
            draft.refuse("parameters", "automations.noJson");
        } else if (!read.get().wrong().isEmpty()) {
            String names = String.join(
                    ", ",
                    expected.stream().map(AutomationAction.Parameter::name).toList());
            draft.refuse(
                    "parameters",
                    "automations.badParameters",
                    String.join(", ", read.get().wrong()),
                    names);
        }
    }
}
