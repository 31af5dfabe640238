package org.sencrm.core.set;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
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
    /** Kind of the jobs. */
    private static final String KIND = "set";

    private final Records records;
    private final Jobs jobs;
    private final Messages messages;
    private final SetMembers members;

    MemberChange(Database database, Records records, Jobs jobs, Messages messages) {
        this.records = records;
        this.jobs = jobs;
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
     * Concerns those only whom the caller may see.
     *
     * @return how many were changed and how many members there are now; of more than a page that a filter finds, the id of
     *     the job in which it goes on, whose result says the same
     */
    @Override
    public final Object run(Caller caller, RecordData set, Map<String, Object> input) {
        if (!SetFields.STATIC.equals(set.text("kind"))) {
            throw new InvalidRequest(messages.text(caller.locale(), "sets.live.fixed"));
        }
        Query query = query(caller, set.text("type"), input).reading("id").limitedTo(Query.MAX_LIMIT);
        Page first = records.list(caller, query);
        if (input.get("ids") == null && first.next() != null) {
            long id = set.id();
            Job job = jobs.start(caller, KIND, (worker, progress) -> new Pages(worker, query).run(id, progress));
            return Map.of("job", Long.toString(job.id()));
        }
        Pages pages = new Pages(caller, query);
        pages.take(set.id(), first);
        while (!pages.over) {
            pages.next(set.id());
        }
        return pages.result(set.id());
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

    /** Those whom a query finds, a page at a time. */
    private final class Pages {

        private final Caller caller;
        private final Query query;
        private String cursor;
        private boolean over;
        private long done;
        private int changed;

        Pages(Caller caller, Query query) {
            this.caller = caller;
            this.query = query;
        }

        void next(long set) {
            take(set, records.list(caller, query.after(cursor)));
        }

        void take(long set, Page page) {
            changed += change(
                    members, set, page.items().stream().map(RecordData::id).toList());
            done += page.items().size();
            cursor = page.next();
            over = cursor == null;
        }

        /** Each page in a transaction of its own: what is done stays done, and whoever does it again goes on with the rest. */
        Map<String, Object> run(long set, Jobs.Progress progress) {
            progress.total(records.count(caller, query));
            while (!over && !progress.cancelled()) {
                records.inTransaction(() -> {
                    checkStill(set);
                    next(set);
                    return null;
                });
                progress.done(done);
            }
            return result(set);
        }

        /** The set may be another one, or the caller have other rights, than when it began. */
        private void checkStill(long set) {
            Query same = Query.of(SetFields.TYPE)
                    .where(Rsql.equal("id", set))
                    .where(Rsql.equal("kind", SetFields.STATIC))
                    .reading("id");
            if (records.list(caller, Right.UPDATE, same).items().isEmpty()) {
                throw new InvalidRequest(messages.text(caller.locale(), "sets.members.stopped", changed));
            }
        }

        Map<String, Object> result(long set) {
            RecordData counted = SetFields.recount(records, caller, set);
            return Map.of("changed", changed, "size", counted.get("size"));
        }
    }
}
