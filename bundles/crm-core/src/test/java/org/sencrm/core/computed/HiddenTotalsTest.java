package org.sencrm.core.computed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.core.record.TestEngine;

/** A roll-up tells of every field that it asks, and is hidden with each of them, from whatever follows from it too. */
class HiddenTotalsTest {

    private static final Caller SYSTEM = TestEngine.SYSTEM;
    private static final String DEALS = TestEngine.DEALS;
    private static final String ACCOUNTS = "accounts";

    private final TestEngine engine = new TestEngine();
    private RecordData account;
    private int readers;

    @BeforeEach
    void fill() {
        rollUp(
                ACCOUNTS,
                "secretDeals",
                Map.of("function", "count", "type", DEALS, "by", "account", "filter", "secret==x*"));
        rollUp(ACCOUNTS, "allDeals", Map.of("function", "count", "type", DEALS, "by", "account", "filter", ""));
        add(ACCOUNTS, "twice", Map.of("kind", "formula", "expression", "secretDeals * 2"));
        account = engine.create(ACCOUNTS, "name", "One");
        engine.deal("name", "A", "account", TestEngine.reference(account), "secret", "xyz");
        engine.deal("name", "B", "account", TestEngine.reference(account));
    }

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    private void rollUp(String type, String name, Map<String, Object> members) {
        add(type, name, Map.of("kind", "rollUp", "rollUp", members));
    }

    private void add(String type, String name, Map<String, Object> more) {
        Map<String, Object> description = TestEngine.values("name", name, "label", "Label of " + name);
        description.putAll(more);
        engine.fields.create(SYSTEM, type, description);
    }

    private Caller reader(List<String> denied) {
        RecordData role = engine.role(
                "Reader",
                TestEngine.line(DEALS, "all", denied, "read"),
                TestEngine.line(ACCOUNTS, "all", List.of(), "read"));
        return TestEngine.as(engine.user("Reader " + ++readers, null, role));
    }

    private Map<String, Object> seen(Caller caller) {
        return engine.records.get(caller, ACCOUNTS, account.id()).values();
    }

    private Set<String> hidden(Caller caller) {
        return engine.gate.hiddenFields(caller, ACCOUNTS);
    }

    @Test
    void whoReadsAllThatItAsksReadsIt() {
        Caller reader = reader(List.of());
        assertEquals(BigDecimal.ONE, seen(reader).get("secretDeals"));
        assertEquals(BigDecimal.valueOf(2), seen(reader).get("twice"));
        assertEquals(Set.of(), hidden(reader));
    }

    @Test
    void aFieldThatItsFilterAsksHidesItOnTheRecordAndInLists() {
        Caller reader = reader(List.of("secret"));
        assertEquals(Set.of("secretDeals", "twice"), hidden(reader));
        assertFalse(seen(reader).containsKey("secretDeals"));
        assertFalse(seen(reader).containsKey("twice"));
        assertEquals(BigDecimal.valueOf(2), seen(reader).get("allDeals"));
        RecordData listed =
                engine.records.list(reader, Query.of(ACCOUNTS)).items().get(0);
        assertFalse(listed.values().containsKey("secretDeals"));
        assertTrue(listed.values().containsKey("allDeals"));
    }

    /** What is hidden is remembered, and must not be once another type that it hangs on has changed. */
    @Test
    void aFieldOfAnotherTypeThatTellsOfItLaterHidesIt() {
        Caller reader = reader(List.of("secret"));
        add(DEALS, "doubled", Map.of("kind", "formula", "expression", "amount * 2"));
        rollUp(ACCOUNTS, "told", Map.of("function", "sum", "type", DEALS, "by", "account", "field", "doubled"));
        assertFalse(hidden(reader).contains("told"));
        long version = engine.fields.get(SYSTEM, DEALS, "doubled").version();
        engine.fields.update(SYSTEM, DEALS, "doubled", version, Map.of("expression", "if(secret == \"xyz\", 1, 0)"));
        assertTrue(hidden(reader).contains("told"));
    }

    @Test
    void nobodyFiltersSortsOrAddsUpWhatIsHiddenSo() {
        Caller reader = reader(List.of("secret"));
        for (String field : List.of("secretDeals", "twice")) {
            refused(() -> engine.records.list(reader, Query.of(ACCOUNTS).where(field + "=gt=0")));
            refused(() -> engine.records.list(reader, Query.of(ACCOUNTS).sortedBy(field)));
            refused(() -> engine.records.list(reader, Query.of(ACCOUNTS).reading(field)));
            refused(() -> engine.records.list(reader, Query.of(DEALS).where("account." + field + "=gt=0")));
            refused(() -> engine.records.summarize(
                    reader, new SummaryQuery(ACCOUNTS, null, List.of("sum:" + field), "", "")));
        }
    }

    private static void refused(org.junit.jupiter.api.function.Executable question) {
        assertThrows(InvalidRequest.class, question);
    }

    @Test
    void theFieldThatPointsHidesItToo() {
        assertEquals(Set.of("secretDeals", "allDeals", "twice"), hidden(reader(List.of("account"))));
    }

    @Test
    void aTotalOfAHiddenTotalIsHiddenOverTypesThatPointToEachOther() {
        add(ACCOUNTS, "mainDeal", Map.of("kind", "reference", "target", DEALS));
        rollUp(
                DEALS,
                "secretsOfAccounts",
                Map.of("function", "sum", "type", ACCOUNTS, "by", "mainDeal", "field", "twice", "filter", ""));
        Caller open = reader(List.of());
        Caller blind = reader(List.of("secret"));
        assertFalse(engine.gate.hiddenFields(open, DEALS).contains("secretsOfAccounts"));
        assertEquals(Set.of("secret", "secretsOfAccounts"), engine.gate.hiddenFields(blind, DEALS));
        assertEquals(Set.of("secretDeals", "twice"), hidden(blind));
    }
}
