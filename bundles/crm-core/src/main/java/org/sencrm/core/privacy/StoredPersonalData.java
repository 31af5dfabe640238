package org.sencrm.core.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditEntry;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.audit.AuditQuery;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.privacy.Consents;
import org.sencrm.api.privacy.PersonalData;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.audit.AuditLog;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.file.FileTraces;
import org.sencrm.core.file.RecordFiles;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.record.RecordService;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.TypeRegistry;

/** The service: who may, what is asked, and what is written down about it. */
@Component(service = {PersonalData.class, StoredPersonalData.class})
public final class StoredPersonalData implements PersonalData {

    private static final String ERASED = "privacy.erased";
    private static final String CERTIFICATE = "certificate";

    private final Database database;
    private final RecordService records;
    private final Gate gate;
    private final Jobs jobs;
    private final AuditLog audit;
    private final AuditTrail trail;
    private final Settings settings;
    private final Clock clock = Clock.systemUTC();
    private final Faults faults;
    private final ReachFinder finder;
    private final Planner planner;
    private final Erasure erasure;
    private final PersonFile personFile;

    @Activate
    public StoredPersonalData(
            @org.osgi.service.component.annotations.Reference Database database,
            @org.osgi.service.component.annotations.Reference RecordService records,
            @org.osgi.service.component.annotations.Reference TypeRegistry types,
            @org.osgi.service.component.annotations.Reference Gate gate,
            @org.osgi.service.component.annotations.Reference Jobs jobs,
            @org.osgi.service.component.annotations.Reference RecordFiles files,
            @org.osgi.service.component.annotations.Reference Consents consents,
            @org.osgi.service.component.annotations.Reference AuditLog audit,
            @org.osgi.service.component.annotations.Reference AuditTrail trail,
            @org.osgi.service.component.annotations.Reference Messages messages,
            @org.osgi.service.component.annotations.Reference Settings settings) {
        this.database = database;
        this.records = records;
        this.gate = gate;
        this.jobs = jobs;
        this.audit = audit;
        this.trail = trail;
        this.settings = settings;
        this.faults = new Faults(messages);
        this.finder = new ReachFinder(database, records, types, faults);
        FileTraces traces = new FileTraces(database, files);
        this.planner = new Planner(database, records, types, traces, messages);
        this.erasure = new Erasure(records, types, traces, consents, audit, messages, settings);
        this.personFile = new PersonFile(database, records, types, files, messages);
    }

    @Override
    public Job export(Caller caller, long request) {
        gate.requireProof(caller);
        Reference person = person(caller, open(caller, request));
        audit.note(caller, event("privacy.exported", request, person));
        return jobs.start(caller, "personal-data", (worker, progress) -> {
            Reach reach = finder.of(worker, person(worker, open(worker, request)));
            progress.total(reach.size());
            long written = personFile.write(worker, reach, request, progress);
            return Map.of("records", written);
        });
    }

    @Override
    public Plan plan(Caller caller, long request) {
        return planner.plan(caller.locale(), reach(caller, request));
    }

    @Override
    public Job erase(Caller caller, long request, String digest) {
        gate.requireProof(caller);
        requireSame(caller, reach(caller, request), digest);
        return jobs.start(caller, "erasure", (worker, progress) -> {
            progress.total(1);
            Map<String, Object> result = database.write(connection -> {
                erasure.begin(connection);
                return erase(connection, worker, request, digest);
            });
            number(worker, request);
            progress.done(1);
            return result;
        });
    }

    /**
     * Makes a person forgotten at once, with a request of its own and in the end its certificate, all in one transaction. Further
     * records of the person have one each. For parts of the core that do so by a rule.
     *
     * @param request the values of the request
     * @param check asked once nobody else can change the records any more; whatever it throws undoes all of it
     * @return the records that were the person
     * @throws org.sencrm.api.fault.Fault where it is too much for one transaction, or not all of it can be reached
     */
    public List<Reference> forget(Caller worker, Map<String, Object> request, Check check) {
        Forgotten forgotten = database.write(connection -> {
            erasure.begin(connection);
            long made = records.create(worker, REQUESTS, request).id();
            Reach reach = lockedReach(connection, worker, made);
            check.accept(made, reach.people(), reach.all());
            // reads all of it again and refuses where it is not what was checked
            erase(connection, worker, made, reach.digest());
            certifyOthers(worker, made, reach, request);
            return new Forgotten(made, reach.people());
        });
        number(worker, forgotten.request());
        return forgotten.people();
    }

    /** Each record that was the person has the certificate, so that nobody erases its shell once more. */
    private void certifyOthers(Caller worker, long made, Reach reach, Map<String, Object> request) {
        RecordData done = records.get(worker, REQUESTS, made);
        for (Reference other : reach.persons()) {
            if (!other.equals(person(worker, done))) {
                Map<String, Object> values = new LinkedHashMap<>(request);
                values.put(People.PERSON, other);
                long also = records.create(worker, REQUESTS, values).id();
                certify(worker, also, done.text(CERTIFICATE));
            }
        }
    }

    private record Forgotten(long request, List<Reference> people) {}

    /** Whether a person may be made forgotten. */
    @FunctionalInterface
    public interface Check {

        /**
         * @param request the one that was made for it
         * @param people the records that are the person, those in the trash, too
         * @param reach these, and all records that go with them or are written anew
         */
        void accept(long request, List<Reference> people, List<Reference> reach);
    }

    /** The record types that the database knows and no module brings now, in one line; empty for none. */
    public String away() {
        return finder.away();
    }

    private Map<String, Object> erase(Connection connection, Caller worker, long request, String digest)
            throws SQLException {
        requireSame(worker, lockedReach(connection, worker, request), digest);
        // what others wrote until they let go of the records is read now, and nothing comes after it
        Reach reach = reach(worker, request);
        requireSame(worker, reach, digest);
        Reference person = person(worker, asked(worker, request));
        Plan plan = planner.plan(language(), reach);
        int changes = erasure.run(connection, worker, reach);
        audit.note(worker, counted(event(ERASED, request, person), reach).with("changes", changes));
        certify(worker, request, planner.certificate(language(), plan, changes));
        return counts(reach, changes);
    }

    private Reach reach(Caller caller, long request) {
        RecordData asked = open(caller, request);
        if (!"erase".equals(asked.text(SubjectRequestRules.KIND))) {
            throw new NotNow(faults.text(caller, "privacy.notAsked"));
        }
        return finder.of(caller, person(caller, asked));
    }

    /** Nobody else changes these records until the end of the transaction. */
    private Reach lockedReach(Connection connection, Caller caller, long request) throws SQLException {
        Reach reach = reach(caller, request);
        erasure.lock(connection, reach);
        return reach;
    }

    /** The request, where the caller may answer it and nobody did. */
    private RecordData open(Caller caller, long request) {
        RecordData asked = asked(caller, request);
        if (!SubjectRequestRules.OPEN.equals(asked.text(SubjectRequestRules.STATE))) {
            throw new NotNow(faults.text(caller, "privacy.notOpen"));
        }
        return asked;
    }

    /** The request, where the caller may answer it. */
    private RecordData asked(Caller caller, long request) {
        RecordData asked = records.get(caller, REQUESTS, request);
        if (!gate.allows(caller, PERMISSION) || !gate.mayUpdate(caller, REQUESTS, request)) {
            throw faults.forbidden(caller, "privacy.forbidden");
        }
        return asked;
    }

    private Reference person(Caller caller, RecordData asked) {
        Reference person = (Reference) asked.get(People.PERSON);
        if (person == null || records.stored(person.type(), person.id()) == null) {
            throw faults.noRecord(caller);
        }
        return Reference.to(person.type(), person.id());
    }

    private void requireSame(Caller caller, Reach reach, String digest) {
        if (!reach.digest().equals(digest)) {
            throw new NotNow(faults.text(caller, "privacy.changed"));
        }
    }

    private static AuditEvent event(String kind, long request, Reference person) {
        return AuditEvent.of(kind)
                .on(REQUESTS, request)
                .with("type", person.type())
                .with("person", Long.toString(person.id()));
    }

    private static AuditEvent counted(AuditEvent event, Reach reach) {
        return event.with("emptied", reach.persons().size())
                .with("gone", reach.gone().size())
                .with("kept", reach.kept().size());
    }

    private static Map<String, Object> counts(Reach reach, int changes) {
        return Map.of(
                "emptied", reach.persons().size(),
                "gone", reach.gone().size(),
                "kept", reach.kept().size(),
                "changes", changes);
    }

    private void certify(Caller caller, long request, String text) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, Object> certificate = new LinkedHashMap<>();
        certificate.put(SubjectRequestRules.ERASED_AT, now);
        certificate.put(SubjectRequestRules.STATE, "done");
        certificate.put(CERTIFICATE, text);
        records.overwrite(caller, REQUESTS, request, certificate);
    }

    /** An entry has its number once it is sealed, which asking for it does. */
    private void number(Caller caller, long request) {
        AuditQuery query = AuditQuery.newest(1).ofKind(ERASED).about(REQUESTS, Long.toString(request));
        List<AuditEntry> entries = trail.find(Caller.system(), query);
        if (!entries.isEmpty()) {
            Map<String, Object> number =
                    Map.of("auditEntry", Long.toString(entries.get(0).number()));
            records.overwrite(caller, REQUESTS, request, number);
        }
    }

    private Locale language() {
        return Locale.forLanguageTag(settings.get(Settings.LANGUAGE, "en"));
    }
}
