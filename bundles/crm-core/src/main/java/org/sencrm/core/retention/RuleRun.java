package org.sencrm.core.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.core.privacy.StoredPersonalData;
import org.sencrm.core.store.Database;

/** One night of one rule: record after record, each in a transaction of its own. */
final class RuleRun {

    /** What a rule put into the trash can be taken out again for so long. */
    static final Duration IN_TRASH = Duration.ofDays(30);

    private static final int AT_ONCE = 50;

    private final Database database;
    private final Records records;
    private final StoredPersonalData people;
    private final Holds holds;
    private final Retained retained = new Retained();
    private final Rule rule;
    private final Instant now;
    private final ZoneId zone;
    private final LocalDate today;
    private final Locale language;
    private final Tally tally = new Tally();

    RuleRun(
            Database database,
            Records records,
            StoredPersonalData people,
            Holds holds,
            Rule rule,
            Instant now,
            ZoneId zone,
            Locale language) {
        this.database = database;
        this.records = records;
        this.people = people;
        this.holds = holds;
        this.rule = rule;
        this.now = now;
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
        this.language = language;
    }

    /** What it did so far, whether it came to its end or not. */
    Tally tally() {
        return tally;
    }

    void run(Caller worker, Jobs.Progress progress) {
        emptyTrash(worker, progress);
        Query query = rule.due(today, zone).reading("id").limitedTo(AT_ONCE);
        String next = null;
        do {
            Page page = records.list(Caller.system(), query.after(next));
            go(worker, page.items(), progress);
            next = page.next();
        } while (next != null && isLeft(progress));
    }

    private boolean isLeft(Jobs.Progress progress) {
        return tally.gone() < rule.most() && !progress.cancelled();
    }

    private void emptyTrash(Caller worker, Jobs.Progress progress) {
        Instant over = now.minus(IN_TRASH);
        List<Reference> old = database.read(connection -> retained.before(connection, rule.id(), over, rule.most()));
        for (int from = 0; from < old.size() && isLeft(progress); from += AT_ONCE) {
            List<Reference> some = old.subList(from, Math.min(old.size(), from + AT_ONCE));
            List<Long> ids = some.stream().map(Reference::id).toList();
            Map<Long, String> held = holds.held(rule.type().name(), ids, today, language);
            for (Reference record : some) {
                if (held.containsKey(record.id())) {
                    tally.kept(record, held.get(record.id()));
                } else if (isLeft(progress)) {
                    attempt(record, () -> purge(worker, record));
                    progress.done(tally.gone());
                }
            }
        }
    }

    /** One that somebody took out of the trash is not gone, and counts anew. */
    private void purge(Caller worker, Reference record) {
        Query inTrash = Query.of(record.type())
                .where(Rsql.equal("id", record.id()))
                .reading("id")
                .limitedTo(1)
                .inTrash();
        boolean gone = records.inTransaction(() -> {
            List<RecordData> found = records.list(worker, inTrash).items();
            found.forEach(one -> records.purge(worker, one.type(), one.id(), one.version()));
            database.write(connection -> {
                retained.forget(connection, record.id());
                return null;
            });
            return !found.isEmpty();
        });
        if (gone) {
            tally.purged(record);
        }
    }

    private void go(Caller worker, List<RecordData> page, Jobs.Progress progress) {
        String type = rule.type().name();
        List<Long> ids = new ArrayList<>(page.stream().map(RecordData::id).toList());
        if (rule.type().isPerson() && !ids.isEmpty()) {
            ids.removeAll(holds.erased(type, ids));
        }
        Map<Long, String> reasons = holds.reasons(rule, ids, today, zone, language);
        for (RecordData record : page) {
            Reference reference = Reference.to(type, record.id());
            if (reasons.containsKey(record.id())) {
                tally.kept(reference, reasons.get(record.id()));
            } else if (ids.contains(record.id()) && isLeft(progress)) {
                attempt(reference, () -> {
                    if (rule.type().isPerson()) {
                        erase(worker, reference);
                    } else {
                        trash(worker, record);
                    }
                });
                progress.done(tally.gone());
            }
        }
    }

    /** What is refused stays, and the reason is said. */
    private void attempt(Reference record, Runnable work) {
        try {
            work.run();
        } catch (Kept kept) {
            tally.kept(record, kept.getMessage());
        } catch (Fault refused) {
            tally.kept(record, refused.getMessage());
        }
    }

    private void trash(Caller worker, RecordData record) {
        Reference reference = Reference.to(record.type(), record.id());
        records.inTransaction(() -> {
            records.delete(worker, record.type(), record.id(), record.version());
            return database.write(connection -> {
                retained.put(connection, rule.id(), reference, now);
                return null;
            });
        });
        tally.trashed(reference);
    }

    /** As somebody would who was asked to: with a request, and in the end its certificate. */
    private void erase(Caller worker, Reference person) {
        Map<String, Object> request = Map.of("person", person, "kind", "erase", "state", "open", "note", rule.name());
        // the same person may be there as other records, too
        people.forget(
                worker,
                request,
                plan -> plan.persons().stream()
                        .filter(other -> other.id() != person.id())
                        .forEach(this::requireNotHeld));
        tally.erased(person);
    }

    private void requireNotHeld(Reference other) {
        String reason =
                holds.held(other.type(), List.of(other.id()), today, language).get(other.id());
        if (reason != null) {
            throw new Kept(reason);
        }
    }

    /** Undoes what was begun for a record that has to stay. */
    private static final class Kept extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Kept(String because) {
            super(because, null, false, false);
        }
    }
}
