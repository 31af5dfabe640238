package org.sencrm.ui.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Right;
import org.sencrm.api.field.FormState;
import org.sencrm.api.field.RecordRules;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.host.HostContext;

/** Has a form follow the rules of its type while it is filled in: fields come and go, choices narrow, errors show. */
final class FormRules {

    private final HostContext context;
    private final String type;
    private final Map<String, Editor> editors;
    private final Map<String, Object> begun;
    private final Set<String> refused = new HashSet<>();

    /** @param begun the values with which the form began, also of fields that it does not show */
    FormRules(HostContext context, String type, Map<String, Editor> editors, Map<String, Object> begun) {
        this.context = context;
        this.type = type;
        this.editors = editors;
        this.begun = begun;
        editors.values().forEach(editor -> editor.whenChanged(() -> follow(true)));
    }

    /** @param telling whether to show what would be refused; not so before anybody has put anything in */
    void follow(boolean telling) {
        RecordRules rules = context.services().rules().orElse(null);
        if (rules == null || !context.may(Right.READ, type)) {
            return;
        }
        Map<String, Object> values = new HashMap<>(begun);
        editors.forEach((name, editor) -> values.put(name, editor.value()));
        FormState state = rules.state(context.caller(), type, values);
        editors.forEach((name, editor) -> {
            editor.component().setVisible(!state.hidden().contains(name));
            editor.require(state.required().contains(name));
            editor.offer(state.choices().get(name));
        });
        refused.forEach(name -> editors.get(name).refuse(null));
        refused.clear();
        if (telling) {
            state.errors().stream()
                    .filter(error -> editors.containsKey(error.field()))
                    .forEach(error -> {
                        editors.get(error.field()).refuse(error.message());
                        refused.add(error.field());
                    });
        }
    }
}
