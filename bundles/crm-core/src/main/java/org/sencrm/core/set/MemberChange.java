package org.sencrm.core.set;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.text.Messages;
import org.sencrm.core.store.Database;

/** Whom somebody puts into a static set or takes out: by {@code ids}, or by {@code filter} and {@code q} as of a list. */
abstract class MemberChange implements RecordAction {

    private static final int MOST_IDS = 5000;

    private final Records records;
    private final Messages messages;
    private final SetMembers members;

    MemberChange(Database database, Records records, Messages messages) {
        this.records = records;
        this.messages = messages;
        this.members = new SetMembers(database);
    }

    /** Does it for these records; tells how many it changed. */
    abstract int change(SetMembers of, long set, List<Long> ids);

    /** Not as a button of the set: whom it concerns is chosen in a list. */
    @Override
    public final boolean offered(Caller caller, RecordData record) {
        return false;
    }

    @Override
    public final boolean needsInput() {
        return true;
    }

    /**
     * Goes page by page through those only whom the caller may see.
     *
     * @return how many were changed, and how many members there are now
     */
    @Override
    public final Object run(Caller caller, RecordData set, Map<String, Object> input) {
        if (!SetFields.STATIC.equals(set.text("kind"))) {
            throw new InvalidRequest(messages.text(caller.locale(), "sets.live.fixed"));
        }
        Query query = query(caller, set.text("type"), input).reading("id").limitedTo(Query.MAX_LIMIT);
        int changed = 0;
        String cursor = null;
        do {
            Page page = records.list(caller, query.after(cursor));
            changed += change(
                    members, set.id(), page.items().stream().map(RecordData::id).toList());
            cursor = page.next();
        } while (cursor != null);
        RecordData counted = SetFields.recount(records, caller, set.id());
        return Map.of("changed", changed, "size", counted.get("size"));
    }

    private Query query(Caller caller, String type, Map<String, Object> input) {
        if (input.get("ids") instanceof Collection<?> ids && ids.size() <= MOST_IDS) {
            return Query.of(type).where(Rsql.in("id", ids));
        }
        if (input.get("filter") instanceof String filter) {
            return Query.of(type).where(filter).matching(input.get("q") instanceof String words ? words : "");
        }
        throw new InvalidRequest(messages.text(caller.locale(), "sets.members.missing", MOST_IDS));
    }
}
