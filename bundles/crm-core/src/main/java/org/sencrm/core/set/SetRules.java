package org.sencrm.core.set;

import java.math.BigDecimal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Records;
import org.sencrm.core.store.Database;

/** A live set needs a filter that makes sense; one that becomes static keeps whom its filter finds at that moment. */
@Component(property = RecordHook.TYPE + "=sets")
public final class SetRules implements RecordHook {

    private final Records records;
    private final SetMembers members;

    @Activate
    public SetRules(@Reference Database database, @Reference Records records) {
        this.records = records;
        this.members = new SetMembers(database);
    }

    @Override
    public void beforeSave(Draft draft) {
        if (draft.get("kind") == null) {
            draft.set("kind", draft.get("filter") == null ? SetFields.STATIC : SetFields.LIVE);
        }
        if (draft.isNew() && draft.get("scope") == null) {
            draft.set("scope", "private");
        }
        if (!draft.isNew() && draft.changed("type")) {
            draft.refuse("type", "sets.type.fixed");
        }
        if (isLive(draft) && draft.get("filter") == null) {
            draft.refuse("filter", "sets.filter.missing");
        }
        if (draft.get("filter") != null && (draft.changed("filter") || draft.changed("kind"))) {
            checkFilter(draft);
        }
        count(draft);
    }

    /** Asks it once, as whoever saves it would. */
    private void checkFilter(Draft draft) {
        String type = (String) draft.get("type");
        if (type == null) {
            return;
        }
        Query query =
                Query.of(type).where((String) draft.get("filter")).reading("id").limitedTo(1);
        try {
            records.list(draft.caller(), query);
        } catch (InvalidRequest | NotFound unusable) {
            draft.refuse("filter", "sets.filter.bad");
        }
    }

    private void count(Draft draft) {
        BigDecimal size = isLive(draft) ? null : BigDecimal.valueOf(draft.isNew() ? 0 : members.count(draft.id()));
        if (size == null || !(draft.get("size") instanceof BigDecimal known) || known.compareTo(size) != 0) {
            draft.set("size", size);
        }
    }

    private static boolean isLive(Draft draft) {
        return SetFields.LIVE.equals(draft.get("kind"));
    }

    /** Whom the filter finds for whoever freezes it. */
    @Override
    public void afterSave(Draft draft) {
        boolean begins = draft.isNew() || SetFields.LIVE.equals(draft.old("kind"));
        if (isLive(draft) || !begins || draft.get("filter") == null) {
            return;
        }
        Query query = Query.of((String) draft.get("type"))
                .where((String) draft.get("filter"))
                .reading("id")
                .limitedTo(Query.MAX_LIMIT);
        // whoever was in it when it was static before
        members.clear(draft.id());
        records.pages(draft.caller(), query)
                .forEach(page -> members.add(
                        draft.id(), page.items().stream().map(RecordData::id).toList()));
        SetFields.recount(records, draft.caller(), draft.id());
    }
}
