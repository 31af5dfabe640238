package org.sencrm.tokenkey;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Reference;

/** Writes into the audit trail what becomes of keys: who got one, how it ended, that it came back or costs something else. */
@Component(property = RecordHook.TYPE + "=tokenkeys")
public final class KeyTrail implements RecordHook {

    private static final String STATE = "state";
    private static final String HOLDER = "holder";

    private final AuditTrail trail;

    @Activate
    public KeyTrail(@org.osgi.service.component.annotations.Reference AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void afterSave(Draft draft) {
        events(draft).forEach(event -> note(draft, event));
    }

    @Override
    public void beforeDelete(Draft draft) {
        note(draft, "trashed");
    }

    /** The word of a state stands for what led to it. */
    private static List<String> events(Draft draft) {
        List<String> events = new ArrayList<>();
        String state = draft.get(STATE).toString();
        boolean another = draft.changed(HOLDER) && KeyState.ASSIGNED.equals(state);
        if (draft.isNew() && !KeyState.ACTIVE.equals(state)) {
            events.add(KeyState.ISSUED);
        }
        if (!draft.isNew() && draft.changed("cost")) {
            events.add("priced");
        }
        if (KeyState.ISSUED.equals(state)) {
            if (!draft.isNew() && draft.changed(STATE)) {
                events.add("takenBack");
            }
        } else if (draft.changed(STATE) || another) {
            events.add(state);
        }
        return events;
    }

    private void note(Draft draft, String event) {
        Object holder = draft.get(HOLDER) == null ? draft.old(HOLDER) : draft.get(HOLDER);
        trail.note(
                draft.caller(),
                AuditEvent.of(draft.type() + '.' + event)
                        .on(draft.type(), draft.id())
                        .with("user", holder instanceof Reference user ? user.id() : null));
    }
}
