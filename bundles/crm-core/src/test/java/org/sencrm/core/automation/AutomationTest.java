package org.sencrm.core.automation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.automation.AutomationAction;
import org.sencrm.api.automation.AutomationRun;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.automation.Occasion;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.outbox.Outcome;
import org.sencrm.api.outbox.Parcel;
import org.sencrm.api.outbox.Sender;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.outbox.StoredOutbox;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.store.Ids;

/** What happens by itself. */
class AutomationTest {

    private static final Caller SYSTEM = TestEngine.SYSTEM;
    private static final String DEALS = TestEngine.DEALS;

    private final TestEngine engine = new TestEngine();
    private final Offered offered = new Offered();
    private final AutomationRunner runner = new AutomationRunner(
            engine.database, engine.records, offered, engine.settings, engine.messages, engine.clock);
    private StoredOutbox outbox = outbox();
    private final AutomationEvents events = new AutomationEvents(
            engine.database,
            (kind, target, payload) -> outbox.put(kind, target, payload),
            engine.settings,
            engine.messages,
            engine.clock);
    private final Automations automations =
            new StoredAutomations(engine.database, events, offered, engine.records, engine.gate, engine.messages);
    private final RecordData owner;

    AutomationTest() {
        engine.types.install("automation-unit", "crm-core", List.of(Automation.class));
        engine.feed.bind(events);
        engine.hook(Automations.TYPE, new AutomationRules(engine.gate, engine.records, engine.types, offered));
        choices("subject", new AutomationSubjects(engine.types, engine.messages));
        choices("trigger", new AutomationTriggerChoices(offered, engine.messages));
        choices("action", new AutomationActionChoices(offered, engine.messages));
        action("setField", new SetField(engine.records));
        action("createActivity", new CreateActivity(engine.records));
        RecordData role = engine.role(
                "Automatic",
                TestEngine.line(DEALS, "all", List.of("amount"), "read", "update"),
                TestEngine.line("activities", "all", List.of(), "read", "create"));
        owner = engine.user("Lan", null, role);
    }

    private StoredOutbox outbox() {
        StoredOutbox made = new StoredOutbox(engine.database, engine.clock);
        made.add(Contribution.of(runner, Map.of(Sender.KIND, AutomationEvents.KIND)));
        return made;
    }

    private void choices(String field, ChoiceSource source) {
        engine.extensions
                .choices()
                .add(Contribution.of(source, Map.of(ChoiceSource.FIELD, Automations.TYPE + "." + field)));
    }

    private void action(String code, AutomationAction action, String... types) {
        Map<String, Object> properties = new HashMap<>(Map.of(AutomationAction.CODE, code));
        if (types.length > 0) {
            properties.put(AutomationAction.TYPE, types);
        }
        offered.addAction(action, properties);
    }

    @AfterEach
    void close() throws InterruptedException {
        outbox.close();
        engine.close();
    }

    @Test
    void doesItsActionForRecordsThatFit() {
        RecordData automation =
                automation("created", "setField", "{\"field\":\"note\",\"value\":\"big\"}", "condition", "stage==won");
        RecordData other = engine.deal("name", "other");
        RecordData deal = engine.deal("name", "A", "stage", "won");
        await(() -> "big".equals(read(deal).get("note")));
        assertEquals(null, read(other).get("note"));
        List<AutomationRun> runs = automations.runs(SYSTEM, automation.id(), 10, 0);
        assertEquals(1, runs.size());
        assertEquals(AutomationRun.State.DONE, runs.get(0).state());
        assertEquals(deal.id(), runs.get(0).record().id());
        assertEquals(
                owner.id(),
                engine.records
                        .history(SYSTEM, DEALS, deal.id(), 1, 0)
                        .get(0)
                        .by()
                        .id());
    }

    @Test
    void waitsForTheChangeOfItsField() {
        RecordData automation =
                automation("changed", "setField", "{\"field\":\"note\",\"value\":\"moved\"}", "changedField", "stage");
        RecordData deal = engine.deal("name", "A");
        engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("name", "B"));
        engine.records.update(SYSTEM, DEALS, deal.id(), 2, Map.of("stage", "won"));
        await(() -> "moved".equals(read(deal).get("note")));
        assertEquals(1, runs(automation).size());
    }

    @Test
    void doesWhatItsOwnerMayDoAndNoMore() {
        RecordData automation = automation(
                "created", "setField", "{\"field\":\"amount\",\"value\":{\"amount\":\"1\",\"currency\":\"USD\"}}");
        engine.deal("name", "A");
        await(() -> runs(automation).size() == 1);
        assertEquals(AutomationRun.State.FAILED, runs(automation).get(0).state());

        engine.records.update(SYSTEM, "users", owner.id(), owner.version(), Map.of("active", false));
        RecordData deal = engine.deal("name", "B");
        await(() -> runs(automation).size() == 2);
        assertEquals(AutomationRun.State.FAILED, runs(automation).get(0).state());
        assertEquals(1, read(deal).version());
    }

    @Test
    void twoThatAnswerEachOtherComeToAnEnd() {
        RecordData first =
                automation("changed", "setField", "{\"field\":\"note\",\"value\":\"x\"}", "changedField", "name");
        RecordData second =
                automation("changed", "setField", "{\"field\":\"name\",\"value\":\"y\"}", "changedField", "note");
        RecordData deal = engine.deal("name", "A");
        engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("name", "B"));
        await(() -> "y".equals(read(deal).get("name")));
        assertEquals(1, runs(first).size());
        assertEquals(1, runs(second).size());
    }

    @Test
    void aChainThatIsTooLongIsStoppedAndSaysSo() {
        RecordData automation = automation("created", "setField", "{\"field\":\"note\",\"value\":\"x\"}");
        Chain.run(List.of(1L, 2L, 3L, 4L), 5, () -> engine.deal("name", "A"));
        assertEquals(AutomationRun.State.STOPPED, runs(automation).get(0).state());
        assertTrue(runs(automation).get(0).message().contains("5"));
        RecordData deal = Chain.run(List.of(1L, 2L, 3L), 4, () -> engine.deal("name", "B"));
        await(() -> "x".equals(read(deal).get("note")));
    }

    @Test
    void nothingHappensForWhatWasRolledBack() {
        RecordData automation = automation("created", "setField", "{\"field\":\"note\",\"value\":\"x\"}");
        assertThrows(
                IllegalStateException.class,
                () -> engine.records.inTransaction(() -> {
                    engine.deal("name", "A");
                    throw new IllegalStateException("no");
                }));
        RecordData deal = engine.deal("name", "B");
        await(() -> "x".equals(read(deal).get("note")));
        assertEquals(1, runs(automation).size());
    }

    @Test
    void whatWasWrittenDownIsDoneAfterTheNextStart() throws Exception {
        automation("created", "setField", "{\"field\":\"note\",\"value\":\"x\"}");
        outbox.close();
        RecordData deal = engine.deal("name", "A");
        outbox = outbox();
        outbox.wake();
        await(() -> "x".equals(read(deal).get("note")));
    }

    @Test
    void isDoneOnceThoughItIsDeliveredTwice() {
        AtomicInteger done = new AtomicInteger();
        action("count", occasion -> "run " + done.incrementAndGet());
        RecordData automation = automation("changed", "count", null);
        RecordData deal = engine.deal("name", "A");
        Summons summons = new Summons(automation.id(), Reference.to(DEALS, deal.id()), List.of());
        Parcel parcel =
                new Parcel(Ids.next(), AutomationEvents.KIND, "x", summons.payload(), 1, engine.clock.instant());
        assertEquals(Outcome.done(), runner.send(parcel));
        assertEquals(Outcome.done(), runner.send(parcel));
        assertEquals(1, done.get());
        assertEquals("run 1", runs(automation).get(0).message());
    }

    @Test
    void anActionThatFailsLeavesNothingAndIsInTheLog() {
        action("break", occasion -> {
            engine.records.update(SYSTEM, DEALS, occasion.record().id(), 1, Map.of("note", "half"));
            throw new IllegalStateException("broken");
        });
        RecordData automation = automation("created", "break", null);
        RecordData deal = engine.deal("name", "A");
        await(() -> runs(automation).size() == 1);
        assertEquals(AutomationRun.State.FAILED, runs(automation).get(0).state());
        assertEquals(null, read(deal).get("note"));
    }

    @Test
    void waitsForAnActionWhoseModuleIsAway() {
        List<Occasion> occasions = new ArrayList<>();
        AutomationAction action = occasion -> {
            occasions.add(occasion);
            return null;
        };
        action("later", action);
        RecordData automation = automation("changed", "later", null);
        RecordData deal = engine.deal("name", "A");
        Offered without = new Offered();
        AutomationRunner early = new AutomationRunner(
                engine.database, engine.records, without, engine.settings, engine.messages, engine.clock);
        Summons summons = new Summons(automation.id(), Reference.to(DEALS, deal.id()), List.of());
        Parcel parcel =
                new Parcel(Ids.next(), AutomationEvents.KIND, "x", summons.payload(), 1, engine.clock.instant());
        assertEquals(Outcome.State.AGAIN, early.send(parcel).state());
        assertEquals(Outcome.done(), runner.send(parcel));
        assertEquals(owner.id(), occasions.get(0).caller().userId());
    }

    @Test
    void aModuleFiresATriggerOfItsOwn() {
        offered.addTrigger("key", "acme.overdue", List.of(DEALS));
        automation("acme.overdue", "createActivity", "{\"name\":\"Call about {name}\",\"days\":2}");
        RecordData deal = engine.deal("name", "Cà phê", "owner", TestEngine.reference(owner));
        automations.fire("acme.overdue", DEALS, deal.id());
        Query activities = Query.of("activities");
        await(() -> !engine.records.list(SYSTEM, activities).items().isEmpty());
        RecordData activity = engine.records.list(SYSTEM, activities).items().get(0);
        assertEquals("Call about Cà phê", activity.get("name"));
        assertEquals(deal.id(), activity.reference("regarding").id());
        assertEquals(owner.id(), activity.reference("owner").id());
        assertTrue(activity.get("dueAt") != null);
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        offered.addTrigger("key", "acme.overdue", List.of("contacts"));
        action("contactsOnly", occasion -> null, "contacts");
        assertEquals("trigger", refused("acme.overdue", "setField", "{\"field\":\"note\"}"));
        assertEquals("action", refused("created", "contactsOnly", null));
        assertEquals("trigger", refused("nothing", "setField", "{\"field\":\"note\"}"));
        assertEquals("action", refused("created", "nothing", null));
        assertEquals("parameters", refused("created", "setField", null));
        assertEquals("parameters", refused("created", "setField", "{\"field\":"));
        assertEquals("parameters", refused("created", "setField", "[]"));
        assertEquals("parameters", refused("created", "setField", "{\"field\":\"note\",\"colour\":1}"));
        assertEquals("parameters", refused("created", "createActivity", "{\"name\":\"x\",\"days\":\"soon\"}"));
        assertEquals("changedField", refused("changed", "setField", "{\"field\":\"note\"}", "changedField", "nothing"));
        assertEquals("condition", refused("changed", "setField", "{\"field\":\"note\"}", "condition", "nothing==1"));
    }

    @Test
    void nobodyGivesAnAutomationMoreRightsThanTheyHave() {
        RecordData role = engine.role(
                "Automates", TestEngine.line(Automations.TYPE, "all", List.of(), "read", "create", "update"));
        Caller caller = TestEngine.as(engine.user("Minh", null, role));
        Map<String, Object> values = values("created", "setField", "{\"field\":\"note\"}");
        InvalidRecord refused =
                assertThrows(InvalidRecord.class, () -> engine.records.create(caller, Automations.TYPE, values));
        assertTrue(refused.errors().stream().anyMatch(error -> "owner".equals(error.field())));
        Caller nobody = TestEngine.as(owner);
        assertThrows(Forbidden.class, () -> automations.triggers(nobody));
        assertThrows(Forbidden.class, () -> automations.actions(nobody));
        RecordData stored = automation("created", "setField", "{\"field\":\"note\"}");
        assertThrows(NotFound.class, () -> automations.runs(nobody, stored.id(), 10, 0));
    }

    @Test
    void offersWhatThereIs() {
        offered.addTrigger("key", "acme.overdue", List.of(DEALS));
        assertEquals(
                List.of("created", "changed", "acme.overdue"),
                automations.triggers(SYSTEM).stream()
                        .map(Automations.Offer::code)
                        .toList());
        assertEquals(List.of(DEALS), automations.triggers(SYSTEM).get(2).types());
        Automations.Offer set = automations.actions(SYSTEM).get(1);
        assertEquals("Set a field", set.label());
        assertEquals("Field", set.parameters().get(0).label());
        assertEquals(
                AutomationAction.Source.fields(),
                set.parameters().get(0).parameter().source());
        assertEquals(
                AutomationAction.Source.valuesOf("field"),
                set.parameters().get(1).parameter().source());
        List<Choice> subjects = engine.types.choices(Automations.TYPE, "subject", java.util.Locale.ENGLISH);
        assertTrue(subjects.stream().anyMatch(choice -> choice.code().equals(DEALS)));
    }

    private Map<String, Object> values(String trigger, String action, String parameters, Object... more) {
        Map<String, Object> values = TestEngine.values(more);
        values.putAll(Map.of("name", "Rule", "subject", DEALS, "trigger", trigger, "action", action));
        values.put("parameters", parameters);
        values.put("owner", TestEngine.reference(owner));
        return values;
    }

    private RecordData automation(String trigger, String action, String parameters, Object... more) {
        return engine.records.create(SYSTEM, Automations.TYPE, values(trigger, action, parameters, more));
    }

    private String refused(String trigger, String action, String parameters, Object... more) {
        return assertThrows(InvalidRecord.class, () -> automation(trigger, action, parameters, more))
                .errors()
                .get(0)
                .field();
    }

    private List<AutomationRun> runs(RecordData automation) {
        return automations.runs(SYSTEM, automation.id(), 50, 0);
    }

    private RecordData read(RecordData deal) {
        return engine.records.get(SYSTEM, DEALS, deal.id());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertTrue(condition.getAsBoolean());
    }
}
