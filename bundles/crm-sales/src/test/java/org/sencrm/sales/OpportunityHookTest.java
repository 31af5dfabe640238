package org.sencrm.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Reference;
import org.sencrm.testkit.TestDraft;

class OpportunityHookTest {

    /** Half past one at night in Viet Nam, still the day before in UTC. */
    private static final Instant NOW = Instant.parse("2026-03-09T18:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final FakeRecords records = FakeRecords.withPipelines();
    private final FakeSettings settings = new FakeSettings();
    private final OpportunityHook hook =
            new OpportunityHook(new Stages(records), records, settings, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aNewOneStartsInTheFirstStageWithItsProbability() {
        TestDraft draft = save(TestDraft.ofNew("opportunities").with("name", "Deal"));

        assertEquals("Prospecting", draft.get("stage"));
        assertEquals(records.pipeline("Standard sales"), draft.get("pipeline"));
        assertEquals(BigDecimal.valueOf(10), draft.get("probability"));
        assertEquals(NOW, draft.get("stageSince"));
        assertTrue(draft.refusals().isEmpty());
    }

    @Test
    void aNewOneStartsInThePipelineThatTheCompanyChose() {
        Reference other = records.pipeline("Projects");
        settings.values.put("sales.pipeline", String.valueOf(other.id()));

        TestDraft draft = save(TestDraft.ofNew("opportunities").with("name", "Deal"));

        assertEquals(other, draft.get("pipeline"));
        assertEquals("Offer", draft.get("stage"));
    }

    @Test
    void aChosenPipelineThatIsGoneCountsForNothing() {
        settings.values.put("sales.pipeline", "4711");

        TestDraft draft = save(TestDraft.ofNew("opportunities").with("name", "Deal"));

        assertEquals(records.pipeline("Standard sales"), draft.get("pipeline"));
    }

    @Test
    void itIsNamedByProductAndAccountWhereItHasNoName() {
        records.type("products").type("accounts");
        Reference product = Reference.to(
                "products", records.add("products", Map.of("name", "Sen 5")).id());
        Reference account = new Reference("accounts", 5, "Đông Á");

        TestDraft draft =
                save(TestDraft.ofNew("opportunities").with("product", product).with("account", account));

        assertEquals("Sen 5 · Đông Á", draft.get("name"));
    }

    @Test
    void itIsNamedByItsExternalIdWhereNothingElseIsKnown() {
        records.type("accounts");
        TestDraft draft = save(TestDraft.ofNew("opportunities")
                .with("account", Reference.to("accounts", 99))
                .with("externalId", "1C1I7A6R"));

        assertEquals("1C1I7A6R", draft.get("name"));
    }

    @Test
    void theProbabilityFollowsTheStageUnlessGiven() {
        assertEquals(
                BigDecimal.valueOf(40), save(stored().with("stage", "Engaging")).get("probability"));
        assertEquals(
                BigDecimal.valueOf(75),
                save(stored().with("stage", "Engaging").with("probability", BigDecimal.valueOf(75)))
                        .get("probability"));
    }

    @Test
    void theWeightedAmountIsAmountTimesProbability() {
        TestDraft first = save(stored().with("amount", dollars("100")).with("stage", "Engaging"));
        TestDraft second = save(stored().with("amount", dollars("200")).with("probability", BigDecimal.valueOf(50)));

        BigDecimal sum = weighted(first).add(weighted(second));
        assertEquals(0, BigDecimal.valueOf(140).compareTo(sum));
    }

    @Test
    void anUnchangedWeightedAmountIsLeftAsItIs() {
        TestDraft draft = TestDraft.of("opportunities", values())
                .with("amount", dollars("100"))
                .with("weightedAmount", dollars("10.0000"));

        save(draft);

        assertEquals(dollars("10.0000"), draft.get("weightedAmount"));
    }

    @Test
    void theStageIsEnteredOnTheDayThatIsTold() {
        LocalDate engaged = LocalDate.of(2025, 10, 1);
        LocalDate closed = LocalDate.of(2026, 1, 2);
        TestDraft open = save(imported().with("stage", "Engaging").with("engagedOn", engaged));
        TestDraft won =
                save(imported().with("stage", "Won").with("engagedOn", engaged).with("closedOn", closed));
        TestDraft early = save(imported().with("stage", "Won").with("closedOn", TODAY.plusDays(3)));

        assertEquals(Instant.parse("2025-09-30T17:00:00Z"), open.get("stageSince"));
        assertEquals(Instant.parse("2026-01-01T17:00:00Z"), won.get("stageSince"));
        assertEquals(NOW, early.get("stageSince"));
    }

    @Test
    void aNewOneThatTellsOfThePastEnteredItsStageThen() {
        Instant then = Instant.parse("2025-12-01T03:00:00Z");

        assertEquals(then, save(imported().with("createdAt", then)).get("stageSince"));
    }

    @Test
    void aMoveOfOneEngagedLongAgoCountsFromNow() {
        Map<String, Object> engaged = values();
        engaged.put("engagedOn", LocalDate.of(2025, 10, 1));

        assertEquals(
                NOW,
                save(TestDraft.of("opportunities", engaged).with("stage", "Engaging"))
                        .get("stageSince"));
    }

    private static TestDraft imported() {
        return TestDraft.ofNew("opportunities").with("name", "Deal").through("import");
    }

    @Test
    void winningSetsTheClosingDayOfTheUsersZone() {
        assertEquals(TODAY, save(stored().with("stage", "Won")).get("closedOn"));
    }

    @Test
    void aGivenClosingDayStays() {
        LocalDate given = LocalDate.of(2026, 1, 2);

        assertEquals(
                given,
                save(stored().with("stage", "Won").with("closedOn", given)).get("closedOn"));
    }

    @Test
    void anImportIsNotGivenAClosingDayThatItsFileDoesNotHave() {
        TestDraft draft = save(TestDraft.ofNew("opportunities")
                .with("name", "Deal")
                .with("stage", "Won")
                .through("import"));

        assertNull(draft.get("closedOn"));
    }

    @Test
    void reopeningClearsTheClosingDay() {
        Map<String, Object> won = values();
        won.put("stage", "Won");
        won.put("closedOn", LocalDate.of(2026, 1, 2));

        assertNull(save(TestDraft.of("opportunities", won).with("stage", "Engaging"))
                .get("closedOn"));
    }

    @Test
    void aPersonMustSayWhyItWasLost() {
        TestDraft silent = save(stored().with("stage", "Lost").through("ui"));
        TestDraft told =
                save(stored().with("stage", "Lost").with("lostReason", "Price").through("ui"));
        TestDraft silentProgram = save(stored().with("stage", "Lost").through("rest"));
        TestDraft imported = save(stored().with("stage", "Lost").through("import"));

        assertEquals(
                Map.of(
                        "lostReason", "opportunities.lostReason.required",
                        "competitor", "opportunities.competitor.asked",
                        "decisionFactors", "opportunities.decisionFactors.asked"),
                silent.refusals());
        assertEquals(silent.refusals(), silentProgram.refusals());
        assertTrue(told.refusals().isEmpty());
        assertTrue(imported.refusals().isEmpty());
    }

    @Test
    void anotherChangeOfALostOneAsksForNoReason() {
        Map<String, Object> lost = values();
        lost.put("stage", "Lost");

        assertTrue(save(TestDraft.of("opportunities", lost).with("note", "x").through("ui"))
                .refusals()
                .isEmpty());
    }

    @Test
    void aStageOfAnotherPipelineTakesTheOpportunityThere() {
        assertEquals(
                records.pipeline("Projects"),
                save(stored().with("stage", "Offer")).get("pipeline"));
    }

    @Test
    void anotherPipelineStartsAtItsFirstStage() {
        assertEquals(
                "Offer",
                save(stored().with("pipeline", records.pipeline("Projects"))).get("stage"));
    }

    @Test
    void aStageAndAPipelineThatDoNotFitAreRefused() {
        TestDraft draft = save(stored().with("stage", "Engaging").with("pipeline", records.pipeline("Projects")));

        assertEquals("opportunities.stage.otherPipeline", draft.refusals().get("stage"));
    }

    @Test
    void anUnknownStageIsLeftToTheEngineToRefuse() {
        TestDraft draft =
                save(TestDraft.ofNew("opportunities").with("name", "Deal").with("stage", "Nonsense"));

        assertEquals("Nonsense", draft.get("stage"));
        assertFalse(draft.changes().contains("pipeline"));
    }

    @Test
    void numbersOutOfRangeAreRefusedTogether() {
        TestDraft draft = save(stored().with("amount", dollars("-1")).with("probability", BigDecimal.valueOf(101)));

        assertEquals(Map.of("amount", "sales.amount.negative", "probability", "sales.percent.range"), draft.refusals());
    }

    private TestDraft save(TestDraft draft) {
        hook.beforeSave(draft);
        return draft;
    }

    private TestDraft stored() {
        return TestDraft.of("opportunities", values());
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("name", "Deal");
        values.put("stage", "Prospecting");
        values.put("pipeline", records.pipeline("Standard sales"));
        values.put("probability", BigDecimal.valueOf(10));
        return values;
    }

    private static Money dollars(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }

    private static BigDecimal weighted(TestDraft draft) {
        return ((Money) draft.get("weightedAmount")).amount();
    }
}
