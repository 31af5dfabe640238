package org.sencrm.core.policy;

import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;

/** Nobody writes an acceptance but {@link StoredPolicies}, and nobody at all changes or deletes one. Thread safe. */
@Component(
        service = {RecordHook.class, AcceptanceRules.class},
        property = RecordHook.TYPE + "=" + Policies.ACCEPTANCES)
public final class AcceptanceRules implements RecordHook {

    private final ThreadLocal<String> accepting = new ThreadLocal<>();

    /** Lets the work write acceptances of a version of this name. */
    <T> T accepting(String name, Supplier<T> work) {
        accepting.set(name);
        try {
            return work.get();
        } finally {
            accepting.remove();
        }
    }

    @Override
    public void beforeSave(Draft draft) {
        if (!draft.isNew()) {
            draft.refuse(null, "policyacceptances.final");
        } else if (accepting.get() == null) {
            draft.refuse(null, "policyacceptances.byCore");
        } else {
            draft.set("name", accepting.get());
        }
    }

    @Override
    public void beforeDelete(Draft draft) {
        draft.refuse(null, "policyacceptances.final");
    }
}
