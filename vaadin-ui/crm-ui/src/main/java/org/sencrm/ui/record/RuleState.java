package org.sencrm.ui.record;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Right;
import org.sencrm.api.field.FormState;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;

/** What the rules of a type make of a record that is shown, as they do of one in a form. */
final class RuleState {

    private static final FormState NONE = new FormState(Set.of(), Set.of(), Map.of(), List.of());

    private RuleState() {}

    static FormState of(HostContext context, RecordType type, RecordData record) {
        return context.services()
                .rules()
                .filter(rules -> context.may(Right.READ, type.name()))
                .map(rules -> rules.state(context.caller(), type.name(), record.values()))
                .orElse(NONE);
    }
}
