package org.sencrm.testkit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.CustomFields;
import org.sencrm.api.field.FieldContribution;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.RecordListener;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.search.Search;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.schema.TestSchema;
import org.sencrm.core.support.ModuleFiles;

/**
 * A Sen CRM for one test: the product's own record engine with its access gate, on a database in memory, with the core's
 * types ({@code accounts contacts activities products users teams roles}) and those of the module under test. Nothing is
 * imitated that a module's rules depend on: the tables are made by the module's own changelog, filters are parsed, values
 * converted and checked, hooks and actions run, rights are asked for and changes logged by the code that does so in
 * production.
 *
 * <pre>{@code
 * class VisitTest {
 *     @AutoClose
 *     private final TestCrm crm = TestCrm.of("acme-visits", Visit.class).hook("visits", new VisitHook());
 *     private final Caller seller = crm.user("Lan").may("visits", Right.READ, Right.CREATE).caller();
 *
 *     @Test
 *     void aNewOneIsPlanned() {
 *         RecordData visit = crm.records().create(seller, "visits", Map.of("name", "First visit"));
 *         assertEquals("planned", visit.get("status"));
 *     }
 * }
 * }</pre>
 *
 * <p>Making one takes about a fifth of a second after the first. Belongs to one test and its thread; close it at the end.
 * What a module receives by its constructor is given by the methods here: {@code new VisitConvert(crm.records())}. What is
 * not here, such as a service of the module's own, is handed over as a lambda or an object of the test.
 */
public final class TestCrm implements AutoCloseable {

    private final TestEngine engine = TestEngine.bare();
    private final Events events = new Events(engine);
    private final CollectedOutbox outbox = new CollectedOutbox(engine.database, engine.clock);
    private final DirectJobs jobs = new DirectJobs(engine.clock);
    private final String module;
    private final Map<Class<?>, ModuleTexts> texts = new LinkedHashMap<>();
    private final List<String> types = new ArrayList<>();

    private TestCrm(String module) {
        this.module = module;
    }

    /** The product without any module, for rules that work with the core's types only. */
    public static TestCrm empty() {
        return new TestCrm(null);
    }

    /**
     * The product with a module: its tables by {@code db/changelog.xml}, its texts from {@code OSGI-INF/l10n}, its types.
     *
     * @param module the module's id, e.g. {@code acme-visits}
     * @param entities all of its record types, at least one
     * @throws IllegalStateException where the changelog fails, or a table lacks a column of an entity
     * @throws IllegalArgumentException where an entity cannot be used; the message says why
     */
    public static TestCrm of(String module, Class<?>... entities) {
        TestCrm crm = new TestCrm(module);
        crm.install(module, entities);
        return crm;
    }

    /** Adds another module that this one builds on; its classes are on the class path of the test. */
    public TestCrm with(String otherModule, Class<?>... entities) {
        install(otherModule, entities);
        return this;
    }

    private void install(String id, Class<?>... entities) {
        if (entities.length == 0) {
            throw new IllegalArgumentException("name the entities of " + id);
        }
        ModuleFiles files = ModuleFiles.of(entities[0]);
        TestSchema.update(engine.local, id, files);
        engine.files.add(files);
        if (id.equals(module)) {
            texts.put(entities[0], ModuleTexts.of(entities[0]));
        }
        Set<String> before = Set.copyOf(names());
        engine.types.install(id, id, List.of(entities));
        List<String> added =
                names().stream().filter(name -> !before.contains(name)).toList();
        if (added.size() != entities.length) {
            throw new IllegalArgumentException(
                    "of the " + entities.length + " types of " + id + " only " + added + " can be used; see the log");
        }
        DeclaredColumns.check(engine, added);
        if (id.equals(module)) {
            types.addAll(added);
        }
    }

    private List<String> names() {
        return engine.types.stored().stream().map(type -> type.name()).toList();
    }

    /** Adds a hook, as the service property {@link RecordHook#TYPE} would. Those added first run first. */
    public TestCrm hook(String type, RecordHook hook) {
        engine.hook(type, hook);
        return this;
    }

    /** Adds an action, as the service properties {@link RecordAction#TYPE} and {@link RecordAction#NAME} would. */
    public TestCrm action(String type, String name, RecordAction action) {
        engine.extensions
                .actions()
                .add(Contribution.of(action, Map.of(RecordAction.TYPE, type, RecordAction.NAME, name)));
        return this;
    }

    /** Gives a field its choices, as the service property {@link ChoiceSource#FIELD} would: {@code visits.status}. */
    public TestCrm choices(String field, ChoiceSource source) {
        engine.extensions.choices().add(Contribution.of(source, Map.of(ChoiceSource.FIELD, field)));
        return this;
    }

    /**
     * Adds fields to types of others, as the service would; they are there when this returns.
     *
     * @throws IllegalArgumentException where one is left out, as its name is taken or it makes no sense; the log says why
     */
    public TestCrm fields(FieldContribution contribution) {
        engine.contributedFields.add(contribution, module == null ? "module-under-test" : module, contribution);
        engine.fieldUpkeep.work();
        contribution.fields().forEach(field -> {
            boolean there = engine.types
                    .find(field.type())
                    .flatMap(type -> type.field(field.name()))
                    .isPresent();
            if (!there) {
                throw new IllegalArgumentException(
                        "the field " + field.type() + "." + field.name() + " is left out; see the log");
            }
        });
        return this;
    }

    /** Adds a listener. It is told on another thread, as in production: wait for it with {@link #settle}. */
    public TestCrm listener(RecordListener listener) {
        events.tell(listener);
        return this;
    }

    public Records records() {
        return engine.records;
    }

    public RecordTypes types() {
        return engine.types;
    }

    /** The texts of the core and of the modules in this test. */
    public Messages messages() {
        return engine.messages;
    }

    /** Settings, kept as in production. */
    public Settings settings() {
        return engine.settings;
    }

    /** What callers may do, by their roles. */
    public Access access() {
        return engine.gate;
    }

    public CustomFields customFields() {
        return engine.fields;
    }

    /** Search over all types, exact: the full-text index is a module of its own. */
    public Search search() {
        return engine.search;
    }

    /** Jobs that are done before {@code start} returns. */
    public Jobs jobs() {
        return jobs;
    }

    /** An outbox that keeps what was committed, for the test to look at. */
    public CollectedOutbox outbox() {
        return outbox;
    }

    /** A guard that only calls. */
    public Guard guard() {
        return OpenGuard.INSTANCE;
    }

    /** The time of the engine: 2026-03-02, 08:00 UTC, until it is moved. */
    public Clock clock() {
        return engine.clock;
    }

    /** Moves the time of the engine on. */
    public void advance(Duration time) {
        engine.clock.advance(time);
    }

    /** A new user without any right, who speaks English and works in Vietnam. */
    public TestUser user(String name) {
        return new TestUser(engine, name);
    }

    /** A new administrator. */
    public Caller administrator() {
        RecordData role =
                engine.create("roles", "name", "Administrators", "administrator", true, "permissions", List.of());
        return TestEngine.as(engine.user("Administrator", null, role));
    }

    /**
     * Tells the listeners of a change that nobody made, by the product itself, and waits until they know of it.
     *
     * @param fields names of the fields that changed
     */
    public void fire(Change.Kind kind, String type, long id, String... fields) {
        events.fire(new RecordChange(0, type, id, 1, kind, Caller.system(), Set.of(fields)));
        settle();
    }

    /** Waits until all listeners were told of all committed changes; fails after ten seconds. */
    public void settle() {
        events.settle();
    }

    /**
     * What the message files of the module lack: keys that one language has and the other has not, labels of the module, its
     * types, fields and fixed choices. Each as {@code vi: visits.note}; empty where all is there.
     */
    public List<String> missingTexts() {
        List<String> missing = new ArrayList<>();
        for (ModuleTexts files : texts.values()) {
            missing.addAll(files.missing());
            missing.addAll(files.missing(
                    files.keysOf(module, types.stream().map(engine.types::get).toList())));
        }
        return missing.stream().distinct().sorted().toList();
    }

    @Override
    public void close() throws InterruptedException {
        engine.close();
    }
}
