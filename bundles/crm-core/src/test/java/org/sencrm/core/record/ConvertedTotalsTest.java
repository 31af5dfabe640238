package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.api.setting.Settings;
import org.sencrm.core.model.CurrencyRate;
import org.sencrm.core.model.CurrencyRateRules;

/** Amounts in several currencies are never added up silently, and converted where every rate is known. */
class ConvertedTotalsTest {

    private final TestEngine engine = new TestEngine();

    @BeforeEach
    void fill() {
        engine.settings.set(TestEngine.SYSTEM, Settings.CURRENCY, "VND");
        engine.types.install("rates", "crm-core", List.of(CurrencyRate.class));
        engine.hook("currencyrates", new CurrencyRateRules(engine.settings, engine.clock));
        deal("a", "won", "1000", "VND");
        deal("b", "won", "7.25", "USD");
        deal("c", "open", "2", "USD");
        deal("d", "lost", "500", "VND");
    }

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    private void deal(String name, String stage, String amount, String currency) {
        engine.deal("name", name, "stage", stage, "amount", new Money(new BigDecimal(amount), currency));
    }

    private void rate(String currency, int daysAgo, String rate) {
        LocalDate today =
                LocalDate.ofInstant(engine.clock.instant(), ZoneId.of(engine.settings.get(Settings.ZONE, "UTC")));
        engine.create("currencyrates", "currency", currency, "day", today.minusDays(daysAgo), "rate", rate);
    }

    private Summary summary() {
        return engine.records.summarize(
                TestEngine.SYSTEM, new SummaryQuery("deals", "stage", List.of("sum:amount", "avg:amount"), "", ""));
    }

    private static Money vnd(String amount) {
        return new Money(new BigDecimal(amount), "VND");
    }

    @Test
    void nothingIsConvertedWithoutARate() {
        assertEquals(Map.of(), summary().total().converted());
        assertEquals(vnd("1500"), summary().total().measures().get("sum:amount"));
    }

    @Test
    void theLatestRateUpToTheDayOfTheRecordCounts() {
        rate("usd", 30, "20000");
        rate("USD", 2, "25000");
        rate("USD", -1, "99999");
        Summary summary = summary();
        assertEquals(vnd("232750"), summary.total().converted().get("sum:amount"));
        assertNull(summary.total().converted().get("avg:amount"));
        assertEquals(vnd("1500"), summary.total().measures().get("sum:amount"));
        assertEquals(vnd("50000"), of(summary, "open"));
        assertEquals(vnd("182250"), of(summary, "won"));
        assertEquals(vnd("500"), of(summary, "lost"));
    }

    private static Money of(Summary summary, String stage) {
        return summary.groups().stream()
                .filter(group -> stage.equals(group.key()))
                .findFirst()
                .orElseThrow()
                .totals()
                .converted()
                .get("sum:amount");
    }

    @Test
    void whereOneRateIsMissingOnlyWhatIsWholeIsConverted() {
        rate("USD", 0, "25000");
        deal("e", "open", "3", "EUR");
        Summary summary = summary();
        assertEquals(Map.of(), summary.total().converted());
        assertNull(of(summary, "open"));
        assertEquals(vnd("182250"), of(summary, "won"));
    }

    @Test
    void amountsOfTheCompanysCurrencyNeedNoRate() {
        Summary lost = engine.records.summarize(
                TestEngine.SYSTEM, new SummaryQuery("deals", null, List.of("sum:amount"), "stage==lost", ""));
        assertEquals(Map.of(), lost.total().converted());
    }

    @Test
    void aRateIsOfAnotherCurrencyAndAboveZero() {
        assertEquals("currency", refused("VND", "1"));
        assertEquals("currency", refused("XYZ", "1"));
        assertEquals("rate", refused("USD", "0"));
        assertEquals(
                "VND",
                engine.create("currencyrates", "currency", "eur", "rate", "27000")
                        .text("base"));
    }

    private String refused(String currency, String rate) {
        return assertThrows(
                        InvalidRecord.class, () -> engine.create("currencyrates", "currency", currency, "rate", rate))
                .errors()
                .get(0)
                .field();
    }

    @Test
    void eachAmountIsConvertedAtTheRateOfItsOwnDay() {
        rateFrom("2026-01-01", "20000");
        rateFrom("2026-02-01", "25000");
        closed("early", "1", "2026-01-31");
        closed("late", "10", "2026-02-01");
        closed("before any rate", "100", "2025-06-01");
        Summary summary = ofDeals(TestEngine.SYSTEM, "name", "closedOn=isnull=false");
        assertEquals(vnd("2270000"), summary.total().converted().get("sum:amount"));
        assertEquals(
                Map.of(
                        "early", vnd("20000"),
                        "late", vnd("250000"),
                        "before any rate", vnd("2000000")),
                summary.groups().stream()
                        .collect(Collectors.toMap(
                                Summary.Group::key,
                                group -> group.totals().converted().get("sum:amount"))));
        assertEquals(Map.of("sum:amount", List.of("closedOn", "createdAt")), summary.rateDays());
        // as a total of its own where groups are left out
        Summary cut = engine.records.summarize(
                TestEngine.SYSTEM,
                new SummaryQuery("deals", "name", List.of("sum:amount"), "closedOn=isnull=false", "", 1));
        assertEquals(vnd("2270000"), cut.total().converted().get("sum:amount"));
        assertEquals(1, cut.groups().size());
        assertEquals(summary.groups().get(0).totals(), cut.groups().get(0).totals());
    }

    @Test
    void aRecordWithoutADayCountsAtThatOfItsCreationWhereTheCompanyIs() {
        rateFrom("2025-01-01", "100");
        rateFrom("2025-01-02", "200");
        rateFrom("2025-07-01", "300");
        rateFrom("2025-07-02", "400");
        createdAt("2025-01-01T22:30:00Z");
        createdAt("2025-07-01T22:30:00Z");
        assertEquals(vnd("400"), atZone("UTC"));
        assertEquals(vnd("600"), atZone("Asia/Ho_Chi_Minh"));
        // an hour more in summer
        assertEquals(vnd("500"), atZone("Europe/Paris"));
        assertEquals(vnd("400"), atZone("America/New_York"));
    }

    private void createdAt(String instant) {
        engine.records.asOf(Instant.parse(instant), () -> {
            deal("once", "won", "1", "USD");
            return null;
        });
    }

    private Money atZone(String zone) {
        engine.settings.set(TestEngine.SYSTEM, Settings.ZONE, zone);
        return ofDeals(TestEngine.SYSTEM, null, "name==once")
                .total()
                .converted()
                .get("sum:amount");
    }

    @Test
    void aDayThatIsHiddenDoesNotCount() {
        rateFrom("2026-01-01", "20000");
        rateFrom("2026-02-01", "25000");
        closed("early", "1", "2026-01-31");
        RecordData role = engine.role("Reader", TestEngine.line("deals", "all", List.of("closedOn", "stage"), "read"));
        Summary summary = ofDeals(TestEngine.as(engine.user("Reader", null, role)), null, "name==early");
        assertEquals(Map.of("sum:amount", List.of("createdAt")), summary.rateDays());
        assertEquals(vnd("25000"), summary.total().converted().get("sum:amount"));
        RecordData blind =
                engine.role("Blind", TestEngine.line("deals", "all", List.of("closedOn", "createdAt"), "read"));
        Summary none = ofDeals(TestEngine.as(engine.user("Blind", null, blind)), null, "name==early");
        assertEquals(Map.of(), none.rateDays());
        assertEquals(Map.of(), none.total().converted());
    }

    private void rateFrom(String day, String rate) {
        engine.create("currencyrates", "currency", "USD", "day", day, "rate", rate);
    }

    private void closed(String name, String amount, String day) {
        engine.deal("name", name, "amount", new Money(new BigDecimal(amount), "USD"), "closedOn", day);
    }

    private Summary ofDeals(Caller caller, String group, String filter) {
        return engine.records.summarize(caller, new SummaryQuery("deals", group, List.of("sum:amount"), filter, ""));
    }
}
