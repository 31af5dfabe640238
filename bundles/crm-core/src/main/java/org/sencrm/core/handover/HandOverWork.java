package org.sencrm.core.handover;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.text.Messages;
import org.sencrm.core.type.SystemFields;

/**
 * Gives everything that one user owns to another, record by record, each with the rules of a single change. It can be taken
 * back by the id of its job; cut off in the middle it goes on where it was when it is started again.
 */
final class HandOverWork implements Jobs.Work {

    private static final int PAGE = 200;
    private static final int TRIES = 3;
    /** Names of each type that the summary tells. */
    private static final int NAMED = 10;

    /** What people keep for themselves goes along only where others see it too. */
    private static final Set<String> SHAREABLE = Set.of("views", "sets");

    private final Records records;
    private final RecordTypes types;
    private final Messages messages;
    private final RecordData from;
    private final RecordData to;
    private final boolean deactivate;

    private final Map<String, Long> moved = new LinkedHashMap<>();
    private final StringBuilder summary = new StringBuilder();
    private long steps;
    private long failed;
    private String problem;

    HandOverWork(
            Records records, RecordTypes types, Messages messages, RecordData from, RecordData to, boolean deactivate) {
        this.records = records;
        this.types = types;
        this.messages = messages;
        this.from = from;
        this.to = to;
        this.deactivate = deactivate;
    }

    @Override
    public Map<String, Object> run(Caller caller, Jobs.Progress progress) {
        if (deactivate) {
            // first, so that nothing new comes to them meanwhile
            change(caller, from.type(), from.id(), Map.of("active", false));
        }
        List<RecordType> owned = types.all().stream()
                .filter(type -> !type.name().equals(SystemFields.FAVOURITES))
                .toList();
        progress.total(owned.stream()
                .mapToLong(type -> records.count(caller, owned(type)))
                .sum());
        for (RecordType type : owned) {
            move(caller, type, owned(type), SystemFields.OWNER, progress);
        }
        move(
                caller,
                types.get(SystemFields.TEAMS),
                Query.of(SystemFields.TEAMS).where(Rsql.equal("manager", from.id())),
                "manager",
                progress);
        if (!summary.isEmpty()) {
            tell(caller);
        }
        return result();
    }

    private Query owned(RecordType type) {
        String theirs = Rsql.equal(SystemFields.OWNER, from.id());
        return Query.of(type.name()).where(SHAREABLE.contains(type.name()) ? theirs + ";scope!=private" : theirs);
    }

    private void move(Caller caller, RecordType type, Query query, String field, Jobs.Progress progress) {
        long count = 0;
        StringBuilder names = new StringBuilder();
        Query next = query.reading("id", type.labelField()).sortedBy("id").limitedTo(PAGE);
        while (next != null && !progress.cancelled()) {
            Page page = records.list(caller, next);
            for (RecordData record : page.items()) {
                if (progress.cancelled()) {
                    break;
                }
                if (change(caller, type.name(), record.id(), Map.of(field, Reference.to(to.type(), to.id())))) {
                    count++;
                    name(names, record.text(type.labelField()), count);
                }
                progress.done(++steps);
            }
            next = page.next() == null ? null : next.after(page.next());
        }
        if (count > 0) {
            moved.merge(type.name(), count, Long::sum);
            summary.append(messages.text(caller.locale(), "type." + type.name() + ".plural"))
                    .append(": ")
                    .append(count)
                    .append(names)
                    .append('\n');
        }
    }

    private static void name(StringBuilder names, String name, long number) {
        if (name != null && number <= NAMED) {
            names.append("\n– ").append(name);
        } else if (number == NAMED + 1) {
            names.append("\n…");
        }
    }

    private boolean change(Caller caller, String type, long id, Map<String, ?> patch) {
        try {
            changeAsStored(caller, type, id, patch);
            return true;
        } catch (NotFound gone) {
            return false;
        } catch (Unavailable away) {
            throw away;
        } catch (Fault refused) {
            failed++;
            problem = problem == null ? refused.getMessage() : problem;
            return false;
        }
    }

    private void changeAsStored(Caller caller, String type, long id, Map<String, ?> patch) {
        for (int tries = 1; ; tries++) {
            try {
                records.update(caller, type, id, records.get(caller, type, id).version(), patch);
                return;
            } catch (Conflict faster) {
                if (tries == TRIES) {
                    throw faster;
                }
            }
        }
    }

    /** A note of the successor, so that they find it among their activities. */
    private void tell(Caller caller) {
        records.create(
                caller,
                "activities",
                Map.of(
                        "name",
                        messages.text(caller.locale(), "handOver.summary", from.text("name"), to.text("name")),
                        "kind",
                        "note",
                        "note",
                        summary.toString().strip(),
                        SystemFields.OWNER,
                        Reference.to(to.type(), to.id()),
                        "regarding",
                        Reference.to(from.type(), from.id())));
    }

    private Map<String, Object> result() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("moved", moved.values().stream().mapToLong(Long::longValue).sum());
        result.put("failed", failed);
        result.put("types", Map.copyOf(moved));
        if (problem != null) {
            result.put("problem", problem);
        }
        return result;
    }
}
