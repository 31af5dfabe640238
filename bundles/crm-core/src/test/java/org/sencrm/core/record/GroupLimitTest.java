package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.api.setting.Settings;

/** However many groups there are, those with the most records come back, and the total is of all. */
class GroupLimitTest {

    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = new TestEngine();
        engine.settings.set(SYSTEM, Settings.CURRENCY, "VND");
        for (int deals = 1; deals <= 4; deals++) {
            RecordData account = engine.create("accounts", "name", "Account " + deals);
            for (int i = 0; i < deals; i++) {
                deal("account", account.id(), "amount", vnd("100"), "seats", 1, "tags", List.of("vip"));
            }
        }
        RecordData usual = engine.create("accounts", "name", "Abroad");
        for (int i = 0; i < 5; i++) {
            deal("account", usual.id(), "amount", usd("2"), "seats", 10, "tags", List.of("vi", "vip"));
        }
        deal("amount", usd("7"), "seats", 100, "stage", "won");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.close();
    }

    private static void deal(Object... values) {
        Map<String, Object> all = TestEngine.values(values);
        all.put("name", "Deal");
        engine.records.create(SYSTEM, DEALS, all);
    }

    private static Money vnd(String amount) {
        return new Money(new BigDecimal(amount), "VND");
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }

    private static Summary summary(String group, int limit) {
        return engine.records.summarize(
                SYSTEM, new SummaryQuery(DEALS, group, List.of("sum:amount", "sum:seats"), "", "", limit));
    }

    private static List<String> labels(Summary summary) {
        return summary.groups().stream().map(Summary.Group::label).toList();
    }

    @Test
    void theGroupsWithTheMostRecordsComeBackAndOneOfThoseWithoutAValue() {
        Summary summary = summary("account", 2);
        assertTrue(summary.more());
        assertTrue(summary("account", 4).more());
        assertEquals(List.of("Abroad", "Account 4", ""), labels(summary));
        assertEquals(
                List.of(5L, 4L, 1L),
                summary.groups().stream().map(group -> group.totals().count()).toList());
    }

    @Test
    void theTotalIsOfAllRecordsWhateverIsLeftOut() {
        Summary.Totals total = summary("account", 1).total();
        assertEquals(16, total.count());
        assertEquals(new BigDecimal("160"), total.measures().get("sum:seats"));
        assertEquals(vnd("1000"), total.measures().get("sum:amount"));
        assertEquals(List.of(usd("17")), total.foreign().get("sum:amount"));
    }

    @Test
    void amountsOfTheGroupsThatAreKeptStayApartByCurrency() {
        Summary summary = summary("account", 2);
        Summary.Totals abroad = summary.groups().get(0).totals();
        assertEquals(List.of(usd("10")), abroad.foreign().get("sum:amount"));
        assertEquals(vnd("400"), summary.groups().get(1).totals().measures().get("sum:amount"));
        Summary.Totals without = summary.groups().get(2).totals();
        assertEquals(List.of(usd("7")), without.foreign().get("sum:amount"));
        assertEquals(new BigDecimal("100"), without.measures().get("sum:seats"));
    }

    @Test
    void asManyGroupsAsThereAreAreAll() {
        Summary summary = summary("account", 5);
        assertFalse(summary.more());
        assertEquals(List.of("Abroad", "Account 4", "Account 3", "Account 2", "Account 1", ""), labels(summary));
        assertEquals(summary(null, 5).total(), summary.total());
        assertEquals(summary.total(), summary("account", 1).total());
    }

    @Test
    void theDatabaseKeepsTheGroupsThatNobodyAskedFor() {
        engine.database.statements();
        summary("account", 3);
        List<String> statements = engine.database.statements();
        assertTrue(
                statements.stream()
                        .anyMatch(sql -> sql.contains("group by ACCOUNT_ID") && sql.contains("fetch first 5 rows")),
                statements::toString);
        // labels of three accounts are looked up, in a list filled up to four, and not of all
        assertTrue(
                statements.stream()
                        .anyMatch(sql -> sql.contains("ID in (?,?,?,?)") && sql.startsWith("select ID, NAME")),
                statements::toString);
    }

    @Test
    void emptyChoicesAreToldOnlyWhereNoGroupIsLeftOut() {
        assertEquals(
                Arrays.asList("open", "won", "lost", null),
                summary("stage", 1).groups().stream().map(Summary.Group::key).toList());
        assertFalse(summary("stage", 1).more());
    }

    @Test
    void aRecordIsInTheGroupOfEachMemberOfItsListAndOnceInTheTotal() {
        Summary summary = summary("tags", 10);
        assertEquals(
                Arrays.asList("vip", "vi", "new", null),
                summary.groups().stream().map(Summary.Group::key).toList());
        assertEquals(
                List.of(15L, 5L, 0L, 1L),
                summary.groups().stream().map(group -> group.totals().count()).toList());
        assertEquals(vnd("1000"), summary.groups().get(0).totals().measures().get("sum:amount"));
        assertEquals(
                List.of(usd("10")), summary.groups().get(0).totals().foreign().get("sum:amount"));
        assertEquals(
                List.of(usd("10")), summary.groups().get(1).totals().foreign().get("sum:amount"));
        assertEquals(
                List.of(usd("7")), summary.groups().get(3).totals().foreign().get("sum:amount"));
        assertEquals(16, summary.total().count());
        assertEquals(summary(null, 1).total(), summary.total());
        assertFalse(summary.more());
    }

    @Test
    void ofTheMembersOfListsTheMostFrequentComeBackToo() {
        Summary summary = summary("tags", 1);
        assertTrue(summary.more());
        assertEquals(
                Arrays.asList("vip", null),
                summary.groups().stream().map(Summary.Group::key).toList());
        assertEquals(16, summary.total().count());
    }
}
