package org.sencrm.core.automation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.automation.AutomationAction;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.automation.Occasion;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationPart.Need;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.record.TestEngine;

/** Automations on their way to another installation: what their actions name has other ids there. */
class AutomationConfigurationTest {

    private static final String DEALS = TestEngine.DEALS;

    private final Home sandbox = new Home();
    private final Home live = new Home();

    @AfterEach
    void close() throws InterruptedException {
        sandbox.engine.close();
        live.engine.close();
    }

    @Test
    void aRecordThatAnActionNamesTravelsByItsName() {
        RecordData there = sandbox.engine.create("accounts", "name", "Sen");
        live.engine.create("accounts", "name", "Khác");
        RecordData here = live.engine.create("accounts", "name", "Sen");
        sandbox.automation("Tell", "tell", "{\"account\":\"" + there.id() + "\"}");

        ConfigurationItem item = sandbox.part.items(TestEngine.SYSTEM).get(0);
        assertEquals(Map.of("account", "Sen"), item.value().get("parameters"));
        live.part.put(TestEngine.SYSTEM, item.key(), item.value());

        RecordData arrived = live.only();
        assertEquals("{\"account\":\"" + here.id() + "\"}", arrived.text("parameters"));
        assertEquals(Boolean.FALSE, arrived.get("active"));
        assertEquals(item.value(), live.part.items(TestEngine.SYSTEM).get(0).value());
    }

    @Test
    void aRecordThatIsNotThereIsSaidBeforehand() {
        RecordData there = sandbox.engine.create("accounts", "name", "Sen");
        sandbox.automation("Tell", "tell", "{\"account\":\"" + there.id() + "\"}");
        ConfigurationItem item = sandbox.part.items(TestEngine.SYSTEM).get(0);

        Optional<String> refusal = live.part.refusal(TestEngine.SYSTEM, item.key(), item.value());

        assertTrue(refusal.orElseThrow().contains("Sen"));
        assertThrows(InvalidRequest.class, () -> live.part.put(TestEngine.SYSTEM, item.key(), item.value()));
    }

    @Test
    void anActionOfAModuleThatIsAwayIsSaidBeforehand() {
        Map<String, Object> value = TestEngine.values(
                "name", "Stamp", "subject", DEALS, "trigger", "created", "action", "acme.stamp", "active", true);

        assertTrue(live.part
                .refusal(TestEngine.SYSTEM, "Stamp", value)
                .orElseThrow()
                .contains("acme.stamp"));
    }

    @Test
    void anAutomationNeedsTheFieldsThatItWritesAndWaitsFor() {
        Map<String, Object> value = TestEngine.values(
                "name",
                "Set",
                "subject",
                DEALS,
                "changedField",
                "tier",
                "action",
                "setField",
                "parameters",
                Map.of("field", "rank", "value", 1));

        assertEquals(
                Set.of(Need.type(DEALS), Need.field(DEALS, "tier"), Need.field(DEALS, "rank")),
                live.part.outline(TestEngine.SYSTEM, "Set", value).needs());
    }

    /** An installation with an action that names an account. */
    private static final class Home {

        private final TestEngine engine = new TestEngine();
        private final Offered offered = new Offered();
        private final AutomationConfiguration part =
                new AutomationConfiguration(engine.records, engine.types, offered, engine.messages);

        Home() {
            engine.types.install("automation-unit", "crm-core", List.of(Automation.class));
            engine.hook(Automations.TYPE, new AutomationRules(engine.gate, engine.records, engine.types, offered));
            choices("subject", new AutomationSubjects(engine.types, engine.messages));
            choices("trigger", new AutomationTriggerChoices(offered, engine.messages));
            choices("action", new AutomationActionChoices(offered, engine.messages));
            offered.addAction(new SetField(engine.records), Map.of(AutomationAction.CODE, "setField"));
            offered.addAction(new Tell(), Map.of(AutomationAction.CODE, "tell"));
        }

        private void choices(String field, ChoiceSource source) {
            engine.extensions
                    .choices()
                    .add(Contribution.of(source, Map.of(ChoiceSource.FIELD, Automations.TYPE + "." + field)));
        }

        void automation(String name, String action, String parameters) {
            engine.create(
                    Automations.TYPE,
                    "name",
                    name,
                    "subject",
                    DEALS,
                    "trigger",
                    "created",
                    "action",
                    action,
                    "parameters",
                    parameters);
        }

        RecordData only() {
            return engine.records
                    .list(TestEngine.SYSTEM, Query.of(Automations.TYPE))
                    .items()
                    .get(0);
        }
    }

    private static final class Tell implements AutomationAction {

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("account", FieldKind.TEXT, true, Source.records("accounts")));
        }

        @Override
        public String run(Occasion occasion) {
            return null;
        }
    }
}
