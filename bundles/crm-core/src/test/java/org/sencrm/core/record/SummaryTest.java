package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.api.setting.Settings;

class SummaryTest {

    private static TestEngine engine;
    private static RecordData account;

    @BeforeAll
    static void start() {
        engine = new TestEngine();
        engine.settings.set(SYSTEM, Settings.CURRENCY, "VND");
        account = engine.create("accounts", "name", "Sen");
        engine.deal(
                "name",
                "a",
                "stage",
                "won",
                "amount",
                vnd("1000"),
                "seats",
                2,
                "probability",
                "10",
                "hot",
                true,
                "account",
                account.id(),
                "closedOn",
                "2026-03-01",
                "lasts",
                60,
                "code",
                "x");
        engine.deal(
                "name",
                "b",
                "stage",
                "won",
                "amount",
                vnd("500.5"),
                "seats",
                3,
                "hot",
                false,
                "closedOn",
                "2026-03-01");
        engine.deal("name", "c", "stage", "won", "amount", new Money(new BigDecimal("7.25"), "USD"), "seats", 4);
        engine.deal("name", "d", "stage", "open");
        engine.deal("name", "e", "amount", vnd("1"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.close();
    }

    private static Money vnd(String amount) {
        return new Money(new BigDecimal(amount), "VND");
    }

    private static Summary summary(String group, String... measures) {
        return engine.records.summarize(SYSTEM, new SummaryQuery(DEALS, group, Arrays.asList(measures), "", ""));
    }

    @Test
    void choicesComeInTheirOrderAlsoWhereEmptyAndNoneLast() {
        Summary summary = summary("stage", "count", "sum:amount", "avg:amount", "max:amount", "sum:seats");
        assertEquals(
                Arrays.asList("open", "won", "lost", null),
                summary.groups().stream().map(Summary.Group::key).toList());
        Summary.Totals won = summary.groups().get(1).totals();
        assertEquals(3, won.count());
        assertEquals(vnd("1500.5"), won.measures().get("sum:amount"));
        assertEquals(vnd("750.25"), won.measures().get("avg:amount"));
        assertEquals(vnd("1000"), won.measures().get("max:amount"));
        assertEquals(new BigDecimal("9"), won.measures().get("sum:seats"));
        assertEquals(new BigDecimal("3"), won.measures().get("count"));
        assertEquals(
                List.of(new Money(new BigDecimal("7.25"), "USD")), won.foreign().get("sum:amount"));
        Summary.Totals lost = summary.groups().get(2).totals();
        assertEquals(0, lost.count());
        assertEquals(vnd("0"), lost.measures().get("sum:amount"));
        assertEquals(Map.of(), lost.foreign());
        assertEquals(vnd("1501.5"), summary.total().measures().get("sum:amount"));
        assertEquals(5, summary.total().count());
    }

    @Test
    void amountsOfOneCurrencyAreGivenInItWhateverTheCompanysIs() {
        Summary summary = engine.records.summarize(
                SYSTEM, new SummaryQuery(DEALS, "stage", List.of("sum:amount"), "name==c", ""));
        Money sum = new Money(new BigDecimal("7.25"), "USD");
        assertEquals(sum, summary.total().measures().get("sum:amount"));
        assertEquals(Map.of(), summary.total().foreign());
        assertEquals(sum, summary.groups().get(1).totals().measures().get("sum:amount"));
        assertEquals(
                new Money(new BigDecimal("0"), "USD"),
                summary.groups().get(2).totals().measures().get("sum:amount"));
    }

    @Test
    void referencesAndDaysAndYesAndNoAreGroupsWithLabels() {
        assertEquals("Sen", labels(summary("account", "count")).get(Long.toString(account.id())));
        assertEquals(Map.of("true", "Yes", "false", "No", "none", ""), labels(summary("hot", "count")));
        Summary days = summary("closedOn", "count");
        assertEquals("2026-03-01", days.groups().get(0).key());
        assertEquals(2, days.groups().get(0).totals().count());
        assertEquals("x", summary("code", "count").groups().get(0).label());
    }

    private static Map<String, String> labels(Summary summary) {
        return summary.groups().stream()
                .collect(Collectors.toMap(group -> group.key() == null ? "none" : group.key(), Summary.Group::label));
    }

    @Test
    void withoutAGroupThereIsOneTotal() {
        Summary summary = summary(null, "min:seats", "max:seats", "avg:seats", "sum:lasts", "avg:probability");
        assertEquals(List.of(), summary.groups());
        assertEquals(new BigDecimal("2"), summary.total().measures().get("min:seats"));
        assertEquals(new BigDecimal("4"), summary.total().measures().get("max:seats"));
        assertEquals(new BigDecimal("3"), summary.total().measures().get("avg:seats"));
        assertEquals(new BigDecimal("60"), summary.total().measures().get("sum:lasts"));
        assertEquals(new BigDecimal("10"), summary.total().measures().get("avg:probability"));
    }

    @Test
    void aFilterAndQuickSearchHoldHereToo() {
        Summary filtered =
                engine.records.summarize(SYSTEM, new SummaryQuery(DEALS, "stage", List.of("count"), "seats=gt=2", "b"));
        assertEquals(1, filtered.total().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"count:name", "sum", "sum:name", "sum:nope", "median:amount", "sum:amount)", "SUM:amount", ""})
    void whatIsNoMeasureIsABadRequest(String measure) {
        assertThrows(InvalidRequest.class, () -> summary(null, measure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "extras", "meetsAt", "id", "note", "partners", "AMOUNT"})
    void whatCannotBeGroupedByIsABadRequest(String group) {
        assertThrows(InvalidRequest.class, () -> summary(group, "count"));
    }
}
