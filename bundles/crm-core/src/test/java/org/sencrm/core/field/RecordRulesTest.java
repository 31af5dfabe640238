package org.sencrm.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.field.FormState;
import org.sencrm.api.field.RecordRule;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.record.TestEngine;

/** Rules of administrators: what is refused, what is shown and required, and which choices go together. */
class RecordRulesTest {

    private static final Caller SYSTEM = TestEngine.SYSTEM;
    private static final String DEALS = TestEngine.DEALS;

    private final TestEngine engine = new TestEngine();

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    @Test
    void refusesWhatAnAdministratorDoesNotWantInTheCallersLanguage() {
        RecordData old = engine.deal("name", "Old", "seats", 99);
        rule(
                "kind",
                "refuse",
                "field",
                "seats",
                "condition",
                "seats > 50 && stage != 'won'",
                "message",
                Map.of("vi", "Quá nhiều chỗ", "en", "Too many seats"));
        FieldError refused = refused(() -> engine.deal("name", "A", "seats", 60));
        assertEquals("seats", refused.field());
        assertEquals("Too many seats", refused.message());
        Caller vietnamese = SYSTEM.speaking(Locale.forLanguageTag("vi"));
        assertEquals(
                "Quá nhiều chỗ",
                refused(() -> engine.records.create(vietnamese, DEALS, Map.of("name", "A", "seats", 60)))
                        .message());
        engine.deal("name", "B", "seats", 60, "stage", "won");
        engine.deal("name", "C");
        // what was there before stays, and is asked when it changes
        old = engine.records.update(SYSTEM, DEALS, old.id(), 1, Map.of("name", "Older"));
        long id = old.id();
        assertEquals(
                "seats",
                refused(() -> engine.records.update(SYSTEM, DEALS, id, 2, Map.of("seats", 98)))
                        .field());
        assertEquals(
                "seats",
                refused(() -> engine.records.update(SYSTEM, DEALS, id, 2, Map.of("stage", "open")))
                        .field());
    }

    @Test
    void asksWhatFollowsFromTheValues() {
        engine.fields.create(
                SYSTEM, DEALS, Map.of("name", "twice", "label", "Twice", "kind", "formula", "expression", "seats * 2"));
        rule("kind", "refuse", "condition", "twice > 10", "message", "Too much");
        FieldError refused = refused(() -> engine.deal("name", "A", "seats", 6));
        assertEquals(null, refused.field());
        RecordData deal = engine.deal("name", "A", "seats", 5);
        deal = engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("seats", 4));
        assertEquals(
                new BigDecimal("8"),
                engine.records.get(SYSTEM, DEALS, deal.id()).get("twice"));
        long id = deal.id();
        refused(() -> engine.records.update(SYSTEM, DEALS, id, 2, Map.of("seats", 7)));
    }

    @Test
    void whatIsNotShownIsNotRequiredAndWhatIsShownMayBe() {
        engine.fields.create(SYSTEM, DEALS, Map.of("name", "why", "label", "Why", "kind", "text", "required", true));
        rule("kind", "show", "field", "why", "condition", "stage = 'lost'");
        rule("kind", "show", "field", "email", "condition", "stage = 'won'", "required", true);
        RecordData deal = engine.deal("name", "A", "stage", "open");
        long id = deal.id();
        assertEquals(
                "why", refused(() -> engine.deal("name", "B", "stage", "lost")).field());
        assertEquals(
                "email",
                refused(() -> engine.records.update(SYSTEM, DEALS, id, 1, Map.of("stage", "won")))
                        .field());
        engine.records.update(SYSTEM, DEALS, id, 1, Map.of("stage", "won", "email", "an@example.com"));
        FormState lost = engine.rules.state(SYSTEM, DEALS, Map.of("stage", "lost"));
        assertEquals(Set.of("email"), lost.hidden());
        FormState won = engine.rules.state(SYSTEM, DEALS, Map.of("stage", "won"));
        assertEquals(Set.of("why"), won.hidden());
        assertEquals(Set.of("email"), won.required());
    }

    @Test
    void choicesDependOnEachOther() {
        engine.fields.create(
                SYSTEM,
                DEALS,
                Map.of(
                        "name",
                        "reason",
                        "label",
                        "Reason",
                        "kind",
                        "choice",
                        "options",
                        List.of("price", "time", "fit")));
        rule(
                "kind",
                "choices",
                "field",
                "reason",
                "by",
                "stage",
                "choices",
                Map.of("lost", List.of("price", "time"), "won", List.of("fit")));
        assertEquals(
                "unknownChoice",
                refused(() -> engine.deal("name", "A", "stage", "lost", "reason", "fit"))
                        .code());
        engine.deal("name", "B", "stage", "open", "reason", "fit");
        RecordData deal = engine.deal("name", "C", "stage", "lost", "reason", "price");
        assertEquals(
                "reason",
                refused(() -> engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("stage", "won")))
                        .field());
        Map<String, Object> patch = new HashMap<>();
        patch.put("stage", "won");
        patch.put("reason", null);
        engine.records.update(SYSTEM, DEALS, deal.id(), 1, patch);
        assertEquals(
                List.of("price", "time"),
                engine.rules
                        .state(SYSTEM, DEALS, Map.of("stage", "lost"))
                        .choices()
                        .get("reason"));
        assertEquals(
                Map.of(),
                engine.rules.state(SYSTEM, DEALS, Map.of("stage", "open")).choices());
    }

    @Test
    void saysWhatIsWrongWithARule() {
        assertEquals("kind", refused(() -> rule("kind", "forbid")).field());
        assertEquals(
                "message",
                refused(() -> rule("kind", "refuse", "condition", "seats > 1")).field());
        assertEquals(
                "condition",
                refused(() -> rule("kind", "show", "field", "site", "condition", "seats + 1"))
                        .field());
        assertEquals(
                "condition",
                refused(() -> rule("kind", "show", "field", "site", "condition", "sats > 1"))
                        .field());
        assertEquals(
                "field",
                refused(() -> rule("kind", "show", "field", "rating", "condition", "seats > 1"))
                        .field());
        assertEquals(
                "field",
                refused(() -> rule("kind", "show", "field", "name", "condition", "seats > 1"))
                        .field());
        assertEquals(
                "choices",
                refused(() -> rule(
                                "kind", "choices", "field", "stage", "by", "stage", "choices", Map.of("x", List.of())))
                        .field());
        assertEquals(List.of(), engine.rules.list(SYSTEM, DEALS));
    }

    @Test
    void twoAdministratorsDoNotOverwriteEachOther() {
        RecordRule rule = rule("kind", "show", "field", "site", "condition", "seats > 1");
        assertEquals(1, rule.version());
        RecordRule changed = engine.rules.update(SYSTEM, DEALS, rule.id(), 1L, Map.of("condition", "seats > 2"));
        assertEquals(2, changed.version());
        assertThrows(
                Conflict.class,
                () -> engine.rules.update(SYSTEM, DEALS, rule.id(), 1L, Map.of("condition", "seats > 3")));
        assertEquals("seats > 2", engine.rules.get(SYSTEM, DEALS, rule.id()).condition());
        engine.rules.remove(SYSTEM, DEALS, rule.id(), 2L);
        assertEquals(Set.of(), engine.rules.state(SYSTEM, DEALS, Map.of()).hidden());
        Caller nobody = TestEngine.as(engine.user("Nobody", null));
        assertThrows(Forbidden.class, () -> engine.rules.list(nobody, DEALS));
    }

    @Test
    void aFieldOfARuleStaysUntilTheRuleIsGone() {
        engine.fields.create(SYSTEM, DEALS, Map.of("name", "why", "label", "Why", "kind", "text"));
        RecordRule rule = rule("kind", "show", "field", "why", "condition", "seats > 1");
        FieldError refused = refused(() -> engine.fields.remove(SYSTEM, DEALS, "why", null));
        assertTrue(refused.message().contains("seats > 1"), refused.message());
        engine.rules.remove(SYSTEM, DEALS, rule.id(), null);
        engine.fields.remove(SYSTEM, DEALS, "why", null);
    }

    @Test
    void showsAnExampleOfAnExpression() {
        RecordData deal = engine.deal("name", "A", "seats", 3);
        assertEquals(new BigDecimal("1.5"), engine.rules.example(SYSTEM, DEALS, "seats / 2", deal.id()));
        assertEquals(
                "expression",
                refused(() -> engine.rules.example(SYSTEM, DEALS, "seats /", deal.id()))
                        .field());
    }

    private RecordRule rule(Object... members) {
        return engine.rules.create(SYSTEM, DEALS, TestEngine.values(members));
    }

    private static FieldError refused(org.junit.jupiter.api.function.Executable change) {
        InvalidRecord refused = assertThrows(InvalidRecord.class, change);
        assertEquals(1, refused.errors().size(), refused.errors().toString());
        return refused.errors().get(0);
    }
}
