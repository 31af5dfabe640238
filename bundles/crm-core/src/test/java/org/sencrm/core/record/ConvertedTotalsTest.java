package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.Money;
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
    void theLatestRateUpToTodayCounts() {
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
}
