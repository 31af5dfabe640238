package org.sencrm.core.relation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;

/** Who becomes a customer has come to the purchase and is welcomed, unless whoever saves it says otherwise. */
@Component(property = {RecordHook.TYPE + "=accounts", RecordHook.TYPE + "=contacts"})
public final class CustomerJourney implements RecordHook {

    private static final String STAGE = "journeyStage";
    private static final String STATE = "cmatState";

    private static final Set<String> BEFORE_PURCHASE = either(null, "awareness", "consideration");
    private static final Set<String> BEFORE_WELCOME = either(null, "enquiry");

    @Override
    public void beforeSave(Draft draft) {
        if (draft.isNew() || !draft.changed("status") || !"customer".equals(draft.get("status"))) {
            return;
        }
        follow(draft, STAGE, BEFORE_PURCHASE, "purchase");
        follow(draft, STATE, BEFORE_WELCOME, "welcome");
    }

    private static void follow(Draft draft, String field, Set<String> before, String next) {
        if (!draft.changed(field) && before.contains((String) draft.get(field))) {
            draft.set(field, next);
        }
    }

    /** Also of nothing at all. */
    private static Set<String> either(String... values) {
        return new HashSet<>(Arrays.asList(values));
    }
}
