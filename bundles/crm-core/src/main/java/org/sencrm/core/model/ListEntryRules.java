package org.sencrm.core.model;

import org.osgi.service.component.annotations.Component;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;

/** The first name of an entry is its code for ever, as records hold it. */
@Component(property = RecordHook.TYPE + "=listentries")
public final class ListEntryRules implements RecordHook {

    private static final String COMMA = ",";

    @Override
    public void beforeSave(Draft draft) {
        if (draft.isNew() && draft.get("name") instanceof String name) {
            draft.set("code", name);
            if (name.contains(COMMA)) {
                // several codes stand in one field with commas between them
                draft.refuse("name", "listentries.name.comma");
            }
        }
        if (!draft.isNew() && draft.changed("list")) {
            draft.refuse("list", "listentries.list.fixed");
        }
    }
}
