package org.sencrm.core.retention;

import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.privacy.Retention;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;

/** Nobody writes down what a rule did but the rule's own run, and nobody at all changes or deletes it. Thread safe. */
@Component(
        service = {RecordHook.class, RunRules.class},
        property = RecordHook.TYPE + "=" + Retention.RUNS)
public final class RunRules implements RecordHook {

    private final ThreadLocal<String> writing = new ThreadLocal<>();

    /** Lets the work write down a run of this name. */
    <T> T writing(String name, Supplier<T> work) {
        writing.set(name);
        try {
            return work.get();
        } finally {
            writing.remove();
        }
    }

    @Override
    public void beforeSave(Draft draft) {
        if (!draft.isNew() || writing.get() == null) {
            draft.refuse(null, "retentionruns.final");
        } else {
            draft.set("name", writing.get());
        }
    }

    @Override
    public void beforeDelete(Draft draft) {
        draft.refuse(null, "retentionruns.final");
    }
}
