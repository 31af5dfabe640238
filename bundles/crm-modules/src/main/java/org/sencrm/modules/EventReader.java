package org.sencrm.modules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.module.ModuleEvent;
import org.sencrm.api.module.ModuleEvent.Result;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.modules.Journal.Entry;
import org.sencrm.modules.Journal.Step;

/** What the journal tells people. */
final class EventReader {

    private static final String USERS = "users";

    private final Journal journal;
    private final Optional<Records> records;

    EventReader(Journal journal, Optional<Records> records) {
        this.journal = journal;
        this.records = records;
    }

    /** @param id null for all modules */
    List<ModuleEvent> read(Caller caller, String id, int limit) {
        Map<Long, Reference> people = new HashMap<>();
        Stream<Entry> entries = journal.entries().stream().filter(entry -> id == null || id.equals(entry.id()));
        return entries.limit(limit).map(entry -> event(caller, entry, people)).toList();
    }

    private ModuleEvent event(Caller caller, Entry entry, Map<Long, Reference> people) {
        Journal.Asked asked = entry.asked();
        return new ModuleEvent(
                entry.id(),
                entry.action(),
                entry.before().version(),
                entry.after().version(),
                result(entry),
                asked == null || asked.by() == Caller.SYSTEM_ID
                        ? null
                        : people.computeIfAbsent(asked.by(), user -> person(caller, user)),
                asked == null ? null : asked.at());
    }

    private static Result result(Entry entry) {
        if (entry.has(Step.UNDONE) || entry.has(Step.OVERTAKEN)) {
            return Result.TAKEN_BACK;
        }
        if (!entry.has(Step.DONE)) {
            return Result.RUNNING;
        }
        return entry.has(Step.FAILED) ? Result.QUARANTINED : Result.DONE;
    }

    /** Without a name where there is no such user any more. */
    private Reference person(Caller caller, long user) {
        try {
            return records.map(known -> new Reference(
                            USERS, user, known.get(caller, USERS, user).text("name")))
                    .orElseGet(() -> Reference.to(USERS, user));
        } catch (NotFound gone) {
            return Reference.to(USERS, user);
        }
    }
}
