package org.sencrm.core.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.job.ScheduledJob;
import org.sencrm.api.privacy.Retention;
import org.sencrm.api.privacy.RetentionHold;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.access.Administrators;
import org.sencrm.core.audit.AuditLog;
import org.sencrm.core.extension.Extensions;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.privacy.StoredPersonalData;
import org.sencrm.core.store.Database;
import org.sencrm.core.talk.Teller;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service, and the nightly work of all rules that are on. */
@Component(
        service = {Retention.class, ScheduledJob.class},
        property = {ScheduledJob.NAME + "=core.retention", ScheduledJob.SCHEDULE + "=daily 02:20"})
public final class StoredRetention implements Retention, ScheduledJob {

    private static final Logger LOG = LoggerFactory.getLogger(StoredRetention.class);
    private static final int SHOWN = 50;
    private static final String THROUGH = "retention";

    private final Database database;
    private final Records records;
    private final TypeRegistry types;
    private final Gate gate;
    private final StoredPersonalData people;
    private final RunRules runs;
    private final Administrators administrators;
    private final Teller teller;
    private final AuditLog audit;
    private final Settings settings;
    private final Messages messages;
    private final Faults faults;
    private final Clock clock;
    private final List<RetentionHold> others = new CopyOnWriteArrayList<>();

    @Activate
    public StoredRetention(
            @org.osgi.service.component.annotations.Reference Database database,
            @org.osgi.service.component.annotations.Reference Records records,
            @org.osgi.service.component.annotations.Reference TypeRegistry types,
            @org.osgi.service.component.annotations.Reference Gate gate,
            @org.osgi.service.component.annotations.Reference StoredPersonalData people,
            @org.osgi.service.component.annotations.Reference RunRules runs,
            @org.osgi.service.component.annotations.Reference Administrators administrators,
            @org.osgi.service.component.annotations.Reference Extensions extensions,
            @org.osgi.service.component.annotations.Reference AuditLog audit,
            @org.osgi.service.component.annotations.Reference Settings settings,
            @org.osgi.service.component.annotations.Reference Messages messages) {
        this(
                database,
                records,
                types,
                gate,
                people,
                runs,
                administrators,
                extensions,
                audit,
                settings,
                messages,
                Clock.systemUTC());
    }

    StoredRetention(
            Database database,
            Records records,
            TypeRegistry types,
            Gate gate,
            StoredPersonalData people,
            RunRules runs,
            Administrators administrators,
            Extensions extensions,
            AuditLog audit,
            Settings settings,
            Messages messages,
            Clock clock) {
        this.database = database;
        this.records = records;
        this.types = types;
        this.gate = gate;
        this.people = people;
        this.runs = runs;
        this.administrators = administrators;
        this.teller = new Teller(database, extensions);
        this.audit = audit;
        this.settings = settings;
        this.messages = messages;
        this.faults = new Faults(messages);
        this.clock = clock;
    }

    @org.osgi.service.component.annotations.Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bind(RetentionHold hold) {
        others.add(hold);
    }

    void unbind(RetentionHold hold) {
        others.remove(hold);
    }

    @Override
    public Preview preview(Caller caller, long id) {
        RecordData record = records.get(caller, RULES, id);
        if (!caller.isSystem() && !gate.isAdministrator(caller)) {
            throw faults.forbidden(caller, "retentionrules.administrators");
        }
        Rule rule = rule(record);
        if (rule == null) {
            throw new NotNow(faults.text(caller, "retention.away", record.text(Rule.SUBJECT)));
        }
        Caller eyes = Caller.system().speaking(caller.locale());
        ZoneId zone = zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Query now = rule.due(today, zone);
        long due = records.countUpTo(eyes, now, MOST_COUNTED);
        long later = records.countUpTo(eyes, rule.due(today.plusDays(DAYS_AHEAD), zone), MOST_COUNTED);
        List<RecordData> first = records.list(
                        eyes, now.reading(rule.type().labelField()).limitedTo(SHOWN))
                .items();
        List<Long> ids = first.stream().map(RecordData::id).toList();
        Holds holds = new Holds(records, types, messages, others);
        Map<Long, String> reasons = holds.reasons(rule, ids, today, zone, caller.locale());
        if (rule.type().isPerson() && !ids.isEmpty()) {
            holds.erased(rule.type().name(), ids)
                    .forEach(done -> reasons.put(done, faults.text(caller, "retention.kept.erased")));
        }
        List<Found> found = first.stream()
                .map(one -> new Found(
                        new Reference(one.type(), one.id(), one.text(rule.type().labelField())), reasons.get(one.id())))
                .toList();
        return new Preview(due, Math.max(0, later - due), found);
    }

    @Override
    public Map<String, Object> run(Caller caller, Jobs.Progress progress) {
        Locale language = Locale.forLanguageTag(settings.get(Settings.LANGUAGE, "en"));
        Caller worker = Caller.system().inJob(progress.jobId(), THROUGH).speaking(language);
        Query on =
                Query.of(RULES).where(Rule.ACTIVE + "==true").sortedBy("name").limitedTo(Query.MAX_LIMIT);
        String away = people.away();
        if (!away.isEmpty()) {
            LOG.warn("No retention rule runs tonight, as these record types are away: {}", away);
        }
        int gone = 0;
        int failed = 0;
        for (RecordData record : List.copyOf(records.list(Caller.system(), on).items())) {
            if (!progress.cancelled()) {
                Tally tally = new Tally();
                try {
                    run(worker, record, tally, progress, language);
                } catch (RuntimeException e) {
                    failed++;
                    LOG.error("The retention rule {} did not come to its end tonight", record.id(), e);
                }
                gone += tally.gone();
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("gone", gone);
        result.put("failed", failed);
        if (!away.isEmpty()) {
            result.put("away", away);
        }
        return result;
    }

    private void run(Caller worker, RecordData record, Tally tally, Jobs.Progress progress, Locale language) {
        Holds holds = new Holds(records, types, messages, others);
        boolean failed = true;
        try {
            String obstacle = obstacle(record, language);
            if (obstacle == null) {
                new RuleRun(
                                database,
                                records,
                                types,
                                messages,
                                people,
                                holds,
                                () -> obstacle(record, language),
                                rule(record),
                                now(),
                                zone(),
                                language,
                                tally)
                        .run(worker, progress);
            } else {
                tally.stopped(obstacle);
            }
            failed = false;
        } finally {
            if (failed) {
                tally.stopped(messages.text(language, "retention.stopped.failed"));
            }
            writeDown(worker, record, tally, failed);
        }
    }

    /** Why a rule cannot go on as it was read; null for no reason. A hold of a module that is away holds nothing. */
    private String obstacle(RecordData record, Locale language) {
        String away = people.away();
        if (!away.isEmpty()) {
            return messages.text(language, "retention.stopped.away", away);
        }
        if (rule(record) == null) {
            return messages.text(language, "retention.away", record.text(Rule.SUBJECT));
        }
        Query same = Query.of(RULES)
                .where(Rsql.equal("id", record.id()) + ';' + Rule.ACTIVE + "==true")
                .reading("id")
                .limitedTo(1);
        boolean isSame =
                records.list(Caller.system(), same).items().stream().anyMatch(now -> now.version() == record.version());
        return isSame ? null : messages.text(language, "retention.stopped.changed");
    }

    /** Null while the type or the field is away. */
    private Rule rule(RecordData record) {
        RecordType type = types.find(record.text(Rule.SUBJECT)).orElse(null);
        if (type == null) {
            return null;
        }
        Rule rule = Rule.of(record, type);
        return type.field(rule.field()).isPresent() ? rule : null;
    }

    private void writeDown(Caller worker, RecordData rule, Tally tally, boolean failed) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rule", Reference.to(RULES, rule.id()));
        values.put("ranAt", now());
        values.put("trashed", tally.trashed());
        values.put("purged", tally.purged());
        values.put("erased", tally.erased());
        values.put("kept", tally.kept());
        values.put("reasons", tally.reasons());
        values.put("digest", tally.digest());
        String name = rule.text("name") + " · " + LocalDate.ofInstant(now(), zone());
        records.inTransaction(() -> {
            RecordData run = runs.writing(name, () -> records.create(worker, RUNS, values));
            audit.note(
                    worker,
                    AuditEvent.of("retention.ran")
                            .on(RULES, rule.id())
                            .with("run", Long.toString(run.id()))
                            .with("trashed", tally.trashed())
                            .with("purged", tally.purged())
                            .with("erased", tally.erased())
                            .with("kept", tally.kept())
                            .with("digest", tally.digest()));
            if (failed || tally.gone() > 0) {
                tell(run.id());
            }
            return run;
        });
    }

    private void tell(long run) {
        database.write(connection -> {
            teller.retained(connection, administrators.beside(Caller.SYSTEM_ID), RUNS, run, now());
            return null;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private ZoneId zone() {
        return ZoneId.of(settings.get(Settings.ZONE, "UTC"));
    }
}
