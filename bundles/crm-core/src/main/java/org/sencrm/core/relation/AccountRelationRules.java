package org.sencrm.core.relation;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;

/** A relation has two ends, and is named by its kind as long as nobody names it. */
@Component(property = RecordHook.TYPE + "=accountrelations")
public final class AccountRelationRules implements RecordHook {

    private final Messages messages;

    @Activate
    public AccountRelationRules(@org.osgi.service.component.annotations.Reference Messages messages) {
        this.messages = messages;
    }

    @Override
    public void beforeSave(Draft draft) {
        Reference account = (Reference) draft.get("account");
        Reference other = (Reference) draft.get("other");
        boolean same = account != null && other != null && account.id() == other.id();
        if (same && !AffiliationRules.isMerged(draft)) {
            draft.refuse("other", "accountrelations.other.same");
        }
        String kind = (String) draft.get("kind");
        boolean named = draft.get("name") != null && !isName((String) draft.get("name"), (String) draft.old("kind"));
        if (kind != null && !named && (draft.get("name") == null || draft.changed("kind"))) {
            draft.set("name", messages.text(draft.caller().locale(), key(kind)));
        }
    }

    private boolean isName(String name, String kind) {
        return kind != null
                && Messages.LOCALES.stream()
                        .anyMatch(locale -> messages.text(locale, key(kind)).equals(name));
    }

    private static String key(String kind) {
        return "accountrelations.kind." + kind;
    }
}
