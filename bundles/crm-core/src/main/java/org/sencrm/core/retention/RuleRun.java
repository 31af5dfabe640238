package org.sencrm.core.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.text.Messages;
import org.sencrm.core.privacy.StoredPersonalData;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.StoreException;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One night of one rule: record after record, each in a transaction of its own. */
final class RuleRun {

    /** What a rule put into the trash can be taken out again for so long. */
    static final Duration IN_TRASH = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(RuleRun.class);
    private static final int AT_ONCE = 50;

    private final Database database;
    private final Records records;
    private final TypeRegistry types;
    private final Messages messages;
    private final StoredPersonalData people;
    private final Holds holds;
    private final LastLook lastLook;
    private final Supplier<String> obstacle;
    private final Retained retained = new Retained();
    private final Rule rule;
    private final Instant now;
    private final LocalDate today;
    private final ZoneId zone;
    private final Locale language;
    private final Set<Long> done = new HashSet<>();
    private final Tally tally;

    /**
     * @param obstacle asked before each page why the rule has to stop; gives null where it has not
     * @param tally to be filled with what it did, whether it comes to its end or not
     */
    RuleRun(
            Database database,
            Records records,
            TypeRegistry types,
            Messages messages,
            StoredPersonalData people,
            Holds holds,
            Supplier<String> obstacle,
            Rule rule,
            Instant now,
            ZoneId zone,
            Locale language,
            Tally tally) {
        this.database = database;
        this.records = records;
        this.types = types;
        this.messages = messages;
        this.people = people;
        this.holds = holds;
        this.obstacle = obstacle;
        this.rule = rule;
        this.now = now;
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
        this.language = language;
        this.tally = tally;
        this.lastLook = new LastLook(records, holds, messages, rule, today, zone, language);
    }

    void run(Caller worker, Jobs.Progress progress) {
        boolean free = emptyTrash(worker, progress);
        Query query = rule.due(today, zone).reading("id").limitedTo(AT_ONCE);
        String next = null;
        while (free && isLeft(progress) && isFree()) {
            Page page = records.list(Caller.system(), query.after(next));
            go(worker, page.items(), progress);
            next = page.next();
            free = next != null;
        }
    }

    private boolean isLeft(Jobs.Progress progress) {
        return tally.gone() < rule.most() && !progress.cancelled();
    }

    /** Somebody may have switched it off since, or a module. */
    private boolean isFree() {
        String because = obstacle.get();
        if (because != null) {
            tally.stopped(because);
        }
        return because == null;
    }

    /** @return false where the rule has to stop */
    private boolean emptyTrash(Caller worker, Jobs.Progress progress) {
        Instant over = now.minus(IN_TRASH);
        List<Reference> old = database.read(connection -> retained.before(connection, rule.id(), over, rule.most()));
        for (int from = 0; from < old.size() && isLeft(progress); from += AT_ONCE) {
            if (!isFree()) {
                return false;
            }
            for (Reference record : old.subList(from, Math.min(old.size(), from + AT_ONCE))) {
                if (isLeft(progress)) {
                    attempt(record, () -> purge(worker, record));
                    progress.done(tally.gone());
                }
            }
        }
        return true;
    }

    /** One that somebody took out of the trash is not gone, and counts anew, also where somebody threw it away again. */
    private void purge(Caller worker, Reference record) {
        Query inTrash = Query.of(record.type())
                .where(Rsql.equal("id", record.id()))
                .reading("id")
                .limitedTo(1)
                .inTrash();
        boolean gone = database.write(connection -> {
            boolean there = retained.isThere(connection, record, table(record));
            if (there) {
                // a rule may have been for another type when it put the record there
                requireNotHeld(record);
                records.list(worker, inTrash)
                        .items()
                        .forEach(one -> records.purge(worker, one.type(), one.id(), one.version()));
            }
            retained.forget(connection, record.id());
            return there;
        });
        if (gone) {
            tally.purged(record);
        }
    }

    private void requireNotHeld(Reference record) {
        String reason =
                holds.held(record.type(), List.of(record.id()), today, language).get(record.id());
        if (reason != null) {
            throw new Kept(reason);
        }
    }

    private String table(Reference record) {
        return types.stored(record.type()).orElseThrow().table();
    }

    private void go(Caller worker, List<RecordData> page, Jobs.Progress progress) {
        String type = rule.type().name();
        List<Long> ids = new ArrayList<>(page.stream().map(RecordData::id).toList());
        if (rule.type().isPerson() && !ids.isEmpty()) {
            ids.removeAll(holds.erased(type, ids));
            ids.removeAll(done);
        }
        Map<Long, String> reasons = holds.reasons(rule, ids, today, zone, language);
        for (RecordData record : page) {
            Reference reference = Reference.to(type, record.id());
            if (reasons.containsKey(record.id())) {
                tally.kept(reference, reasons.get(record.id()));
            } else if (ids.contains(record.id()) && !done.contains(record.id()) && isLeft(progress)) {
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
        } catch (StoreException failed) {
            LOG.warn("{} {} stays for tonight, as the database refused", record.type(), record.id(), failed);
            tally.kept(record, messages.text(language, "retention.kept.failed"));
        }
    }

    private void trash(Caller worker, RecordData record) {
        Reference reference = Reference.to(record.type(), record.id());
        database.write(connection -> {
            records.delete(worker, record.type(), record.id(), record.version());
            retained.put(connection, rule.id(), reference, table(reference), now);
            return null;
        });
        tally.trashed(reference);
    }

    /** As somebody would who was asked to: with a request, and in the end its certificate. */
    private void erase(Caller worker, Reference person) {
        Map<String, Object> request = Map.of("person", person, "kind", "erase", "state", "open", "note", rule.name());
        people.forget(worker, request, (made, all, reach) -> lastLook.take(person, made, all, reach))
                .forEach(one -> {
                    done.add(one.id());
                    tally.erased(one);
                });
    }
}
