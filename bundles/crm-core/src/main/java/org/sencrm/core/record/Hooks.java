package org.sencrm.core.record;

import java.util.List;
import java.util.function.BiConsumer;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.core.extension.Extensions;

/** The rules of modules for one type, in their order. */
final class Hooks {

    private static final String ANY_TYPE = "*";

    private final Extensions extensions;

    Hooks(Extensions extensions) {
        this.extensions = extensions;
    }

    void beforeSave(RecordDraft draft) {
        each(draft, RecordHook::beforeSave);
    }

    /** Tells whether there was any. */
    boolean afterSave(RecordDraft draft) {
        return each(draft, RecordHook::afterSave);
    }

    void beforeDelete(RecordDraft draft) {
        each(draft, RecordHook::beforeDelete);
    }

    private boolean each(RecordDraft draft, BiConsumer<RecordHook, Draft> step) {
        List<RecordHook> hooks = extensions.hooks().having(RecordHook.TYPE, draft.type(), ANY_TYPE);
        hooks.forEach(hook -> step.accept(hook, draft));
        return !hooks.isEmpty();
    }
}
