package org.sencrm.core.handover;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRecord;
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
    /** What people keep for themselves goes along only where others see it too. */
    private static final Set<String> SHAREABLE = Set.of("views", "sets");

    /** What acts with the rights of its owner arrives switched off: the successor reads it first. */
    private static final Set<String> ACTING = Set.of("automations", "webhooks");

    /** Longest note, in characters. */
    private static final int LONGEST = 9_000;

    private final Records records;
    private final RecordTypes types;
    private final Messages messages;
    private final RecordData from;
    private final RecordData to;
    private final boolean deactivate;

    private final Map<String, Long> moved = new LinkedHashMap<>();
    private long steps;
    private long failed;
    private long inTrash;
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
            changeAsStored(caller, from.type(), from.id(), Map.of("active", false));
        }
        List<RecordType> owned = types.all().stream()
                .filter(type -> !type.name().equals(SystemFields.FAVOURITES))
                .toList();
        progress.total(owned.stream()
                .mapToLong(type -> records.count(caller, owned(type)))
                .sum());
        for (RecordType type : owned) {
            Map<String, Object> patch = new HashMap<>(Map.of(SystemFields.OWNER, successor()));
            if (ACTING.contains(type.name())) {
                patch.put("active", false);
            }
            inTrash += records.count(caller, owned(type).inTrash());
            move(caller, owned(type), patch, progress);
        }
        Query managed = Query.of(SystemFields.TEAMS).where(Rsql.equal("manager", from.id()));
        move(caller, managed, Map.of("manager", successor()), progress);
        if (!moved.isEmpty()) {
            tell(caller);
        }
        return result();
    }

    private Query owned(RecordType type) {
        String theirs = Rsql.equal(SystemFields.OWNER, from.id());
        return Query.of(type.name()).where(SHAREABLE.contains(type.name()) ? theirs + ";scope!=private" : theirs);
    }

    private Reference successor() {
        return Reference.to(to.type(), to.id());
    }

    private void move(Caller caller, Query query, Map<String, ?> patch, Jobs.Progress progress) {
        long count = 0;
        Query next = query.reading("id").sortedBy("id").limitedTo(PAGE);
        while (next != null && !progress.cancelled()) {
            Page page = records.list(caller, next);
            for (RecordData record : page.items()) {
                if (progress.cancelled()) {
                    break;
                }
                if (change(caller, query.type(), record.id(), patch)) {
                    count++;
                }
                progress.done(++steps);
            }
            next = page.next() == null ? null : next.after(page.next());
        }
        if (count > 0) {
            moved.merge(query.type(), count, Long::sum);
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

    /**
     * A note of the successor, so that they find it among their activities. It says how many and no names: others may read it
     * too. Where the note is refused, the records are handed over all the same.
     */
    private void tell(Caller caller) {
        String counts = moved.entrySet().stream()
                .map(each ->
                        messages.text(caller.locale(), "type." + each.getKey() + ".plural") + ": " + each.getValue())
                .collect(Collectors.joining("\n"));
        Map<String, Object> note = new HashMap<>();
        note.put("name", messages.text(caller.locale(), "handOver.summary", from.text("name"), to.text("name")));
        note.put("kind", "note");
        note.put("note", counts.substring(0, Math.min(counts.length(), LONGEST)));
        note.put(SystemFields.OWNER, successor());
        note.put("regarding", Reference.to(from.type(), from.id()));
        try {
            records.create(caller, "activities", note);
        } catch (InvalidRecord refused) {
            problem = problem == null ? refused.getMessage() : problem;
        }
    }

    private Map<String, Object> result() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("moved", moved.values().stream().mapToLong(Long::longValue).sum());
        result.put("failed", failed);
        result.put("inTrash", inTrash);
        result.put("types", Map.copyOf(moved));
        if (problem != null) {
            result.put("problem", problem);
        }
        return result;
    }
}
