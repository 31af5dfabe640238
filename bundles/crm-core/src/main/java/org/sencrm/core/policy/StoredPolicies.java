package org.sencrm.core.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordListener;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.audit.AuditLog;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.gate.Kinds;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.value.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service. What is in force is read again after five seconds, as another node may have changed it; who agreed to what is
 * remembered, as nobody takes it back.
 */
@Component(service = {Policies.class, RecordListener.class})
public final class StoredPolicies implements Policies, RecordListener {

    private static final Logger LOG = LoggerFactory.getLogger(StoredPolicies.class);
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Set<String> SOURCES = Set.of(TYPE, VERSIONS);
    private static final int MOST_KNOWN = 10_000;
    private static final String VIETNAMESE = "vi";
    private static final String ENGLISH = "en";

    private final Database database;
    private final Records records;
    private final Gate gate;
    private final AcceptanceRules rules;
    private final AuditLog audit;
    private final Settings settings;
    private final Faults faults;
    private final Clock clock;
    private final PolicyTable table = new PolicyTable();
    private final Map<Long, Set<Long>> accepted = new ConcurrentHashMap<>();
    private volatile Known known = new Known(List.of(), Instant.MIN);

    @Activate
    public StoredPolicies(
            @org.osgi.service.component.annotations.Reference Database database,
            @org.osgi.service.component.annotations.Reference Records records,
            @org.osgi.service.component.annotations.Reference Gate gate,
            @org.osgi.service.component.annotations.Reference AcceptanceRules rules,
            @org.osgi.service.component.annotations.Reference AuditLog audit,
            @org.osgi.service.component.annotations.Reference Settings settings,
            @org.osgi.service.component.annotations.Reference Messages messages) {
        this(database, records, gate, rules, audit, settings, messages, Clock.systemUTC());
    }

    StoredPolicies(
            Database database,
            Records records,
            Gate gate,
            AcceptanceRules rules,
            AuditLog audit,
            Settings settings,
            Messages messages,
            Clock clock) {
        this.database = database;
        this.records = records;
        this.gate = gate;
        this.rules = rules;
        this.audit = audit;
        this.settings = settings;
        this.faults = new Faults(messages);
        this.clock = clock;
    }

    @Override
    public void changed(List<RecordChange> changes) {
        if (changes.stream().anyMatch(change -> SOURCES.contains(change.type()))) {
            known = new Known(known.versions, Instant.MIN);
        }
    }

    @Override
    public boolean isHeldUp(Caller caller) {
        return !open(caller).isEmpty();
    }

    @Override
    public boolean isHeldUp(Caller caller, String token) {
        List<InForce> open = open(caller);
        if (open.isEmpty()) {
            return false;
        }
        Instant made = database.read(connection -> table.tokenMade(connection, Digest.sha256(token)));
        return made == null || open.stream().anyMatch(version -> !made.isBefore(version.since()));
    }

    /** Whatever fails here must not keep people from their work for good; what was known last counts on. */
    private List<InForce> open(Caller caller) {
        if (caller.isSystem()) {
            return List.of();
        }
        try {
            return require(caller);
        } catch (RuntimeException e) {
            LOG.warn("Nobody can say now to which policies user {} has to agree", caller.userId(), e);
            return List.of();
        }
    }

    private List<InForce> require(Caller caller) {
        List<InForce> versions = inForce();
        if (versions.isEmpty()) {
            return List.of();
        }
        Set<Long> roles = gate.roles(caller);
        boolean outside = gate.isOutside(caller);
        List<InForce> own = versions.stream()
                .filter(version -> version.isFor(roles, outside))
                .toList();
        if (own.isEmpty() || hasAccepted(caller.userId(), own)) {
            return List.of();
        }
        Set<Long> done = accepted.getOrDefault(caller.userId(), Set.of());
        return own.stream().filter(version -> !done.contains(version.version())).toList();
    }

    private List<InForce> inForce() {
        Instant now = clock.instant();
        Known last = known;
        if (last.readAt.plus(REMEMBERED).isAfter(now)) {
            return last.versions;
        }
        try {
            ZoneId zone = ZoneId.of(settings.get(Settings.ZONE, "UTC"));
            LocalDate today = LocalDate.ofInstant(now, zone);
            List<InForce> versions = database.read(connection -> table.inForce(connection, today, zone));
            known = new Known(versions, now);
            return versions;
        } catch (RuntimeException e) {
            LOG.warn("Nobody can say now which policies are in force; what was known last counts on", e);
            known = new Known(last.versions, now);
            return last.versions;
        }
    }

    private boolean hasAccepted(long user, List<InForce> versions) {
        List<Long> ids = versions.stream().map(InForce::version).toList();
        if (accepted.getOrDefault(user, Set.of()).containsAll(ids)) {
            return true;
        }
        if (accepted.size() >= MOST_KNOWN) {
            accepted.clear();
        }
        Set<Long> done = database.read(connection -> table.acceptedBy(connection, user));
        accepted.put(user, done);
        return done.containsAll(ids);
    }

    @Override
    public List<Due> due(Caller caller) {
        return open(caller).stream()
                .map(version -> due(caller.locale(), version))
                .flatMap(List::stream)
                .toList();
    }

    /** Empty where the version went meanwhile. */
    private List<Due> due(Locale locale, InForce version) {
        Map<String, String> texts = texts(version.version());
        if (texts.isEmpty()) {
            return List.of();
        }
        String language = texts.containsKey(locale.getLanguage())
                ? locale.getLanguage()
                : texts.keySet().iterator().next();
        String text = texts.get(language);
        return List.of(new Due(
                version.version(),
                version.policy(),
                version.name(),
                version.number(),
                version.from(),
                language,
                text,
                Digest.sha256(text)));
    }

    /** By language, the product's own first. */
    private Map<String, String> texts(long version) {
        Query query = Query.of(VERSIONS)
                .where("id==" + version)
                .reading(PolicyFields.TEXT_VI, PolicyFields.TEXT_EN)
                .limitedTo(1);
        Map<String, String> texts = new LinkedHashMap<>();
        for (RecordData found : records.list(Caller.system(), query).items()) {
            Stream.of(VIETNAMESE, ENGLISH).forEach(language -> {
                String text = found.text(VIETNAMESE.equals(language) ? PolicyFields.TEXT_VI : PolicyFields.TEXT_EN);
                if (text != null) {
                    texts.put(language, text);
                }
            });
        }
        return texts;
    }

    @Override
    public void accept(Caller caller, long version, String digest) {
        if (caller.entry().scopes().isLimited()) {
            throw faults.forbidden(caller, "policies.limited");
        }
        InForce asked = inForce().stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> faults.notFound(caller, "policies.notDue"));
        if (hasAccepted(caller.userId(), List.of(asked))) {
            return;
        }
        if (!open(caller).contains(asked)) {
            throw faults.notFound(caller, "policies.notDue");
        }
        String language = texts(version).entrySet().stream()
                .filter(text -> Digest.sha256(text.getValue()).equals(digest))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new NotNow(faults.text(caller, "policies.otherText")));
        database.write(connection -> {
            table.lock(connection, version);
            if (!table.whoAccepted(connection, version).contains(caller.userId())) {
                write(caller, asked, language, digest);
            }
            return null;
        });
    }

    private void write(Caller caller, InForce version, String language, String digest) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("user", Reference.to(SystemFields.USERS, caller.userId()));
        values.put("policy", Reference.to(TYPE, version.policy()));
        values.put("policyVersion", Reference.to(VERSIONS, version.version()));
        values.put("acceptedAt", clock.instant().truncatedTo(ChronoUnit.MICROS));
        values.put("way", caller.through());
        values.put("address", caller.entry().address());
        values.put("language", language);
        values.put("digest", digest);
        rules.accepting(
                version.label(), () -> records.create(Caller.system().through(caller.through()), ACCEPTANCES, values));
        audit.note(
                caller,
                AuditEvent.of("policy.accepted")
                        .on(VERSIONS, version.version())
                        .with("policy", Long.toString(version.policy()))
                        .with("number", version.number())
                        .with("language", language)
                        .with("digest", digest));
    }

    @Override
    public List<Reference> missing(Caller caller, long policy) {
        records.get(caller, TYPE, policy);
        if (!gate.may(caller, Right.READ, ACCEPTANCES)) {
            throw faults.forbidden(caller);
        }
        return inForce().stream()
                .filter(version -> version.policy() == policy)
                .findFirst()
                .map(version -> missing(version))
                .orElse(List.of());
    }

    private List<Reference> missing(InForce version) {
        Set<Long> done = database.read(connection -> table.whoAccepted(connection, version.version()));
        Query query = Query.of(SystemFields.USERS)
                .where("active==true")
                .sortedBy("name")
                .reading("name", "roles", "kind");
        return records.all(Caller.system(), query)
                .filter(user -> !done.contains(user.id()))
                .filter(user -> version.isFor(roles(user), Kinds.isOutside(user.get("kind"))))
                .map(user -> new Reference(SystemFields.USERS, user.id(), user.text("name")))
                .toList();
    }

    private static Set<Long> roles(RecordData user) {
        return user.get("roles") instanceof List<?> roles
                ? roles.stream().map(role -> ((Reference) role).id()).collect(Collectors.toSet())
                : Set.of();
    }

    /** What was in force when it was read. */
    private record Known(List<InForce> versions, Instant readAt) {}
}
