package org.sencrm.core.computed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.core.record.TestEngine;

/** Fields that follow from others: formulas over a record, and roll-ups over the records that point to it. */
class ComputedFieldsTest {

    private static final Caller SYSTEM = TestEngine.SYSTEM;
    private static final String DEALS = TestEngine.DEALS;
    private static final String ACCOUNTS = "accounts";

    private final TestEngine engine = new TestEngine();

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    @Test
    void aFormulaIsCalculatedWithTheRecordAndIsAFieldLikeAnyOther() {
        formula("weight", "seats * 2 + COALESCE(probability, 0)");
        RecordData small = engine.deal("name", "Small", "seats", 3);
        assertEquals(number(6), small.get("weight"));
        engine.deal("name", "Big", "seats", 30, "probability", 5);
        engine.deal("name", "None");

        assertEquals(List.of("Big"), engine.names(SYSTEM, "weight=gt=6"));
        assertEquals(
                List.of("None", "Big", "Small"),
                engine.names(SYSTEM, Query.of(DEALS).sortedBy("-weight")));
        assertEquals(
                number(71),
                engine.records
                        .summarize(SYSTEM, new SummaryQuery(DEALS, null, List.of("sum:weight"), "", ""))
                        .total()
                        .measures()
                        .get("sum:weight"));
        RecordData changed = engine.records.update(SYSTEM, DEALS, small.id(), 1, Map.of("seats", 4));
        assertEquals(number(8), changed.get("weight"));
        assertEquals(number(8), read(small).get("weight"));
        assertEquals(2, changed.version());
    }

    @Test
    void nobodyWritesAComputedField() {
        formula("weight", "seats * 2");
        assertEquals(
                "readOnly", refused(() -> engine.deal("name", "A", "weight", 5)).code());
        assertTrue(engine.types.get(DEALS).field("weight").orElseThrow().readOnly());
    }

    @Test
    void aDivisionByZeroSavesTheRecordWithoutAValue() {
        formula("each", "amount / seats", "result", "money");
        RecordData deal = engine.deal("name", "A", "seats", 0, "amount", new Money(BigDecimal.TEN, "VND"));
        assertNull(deal.get("each"));
        RecordData mended = engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("seats", 4));
        assertEquals(new Money(new BigDecimal("2.5"), "VND"), mended.get("each"));
    }

    @Test
    void formulasFollowFromEachOtherInWhateverOrderTheyWereMade() {
        formula("twice", "seats * 2");
        formula("four", "twice * 2");
        engine.fields.update(SYSTEM, DEALS, "twice", null, Map.of("expression", "seats * 3"));
        assertEquals(number(12), engine.deal("name", "A", "seats", 2).get("four"));
        formula("late", "four + late2", "expression", "four + 1");
        assertEquals(number(13), engine.deal("name", "B", "seats", 2).get("late"));
    }

    @Test
    void aCircleIsRefusedWithItsNames() {
        formula("one", "seats + 1");
        formula("two", "one + 1");
        FieldError circle =
                refused(() -> engine.fields.update(SYSTEM, DEALS, "one", null, Map.of("expression", "two + 1")));
        assertEquals("expression", circle.field());
        assertTrue(circle.message().contains("deals.one → deals.two → deals.one"), circle.message());
        assertEquals("format", refused(() -> formula("self", "self + 1")).code());
    }

    @Test
    void aCircleThroughOtherRecordsIsRefused() {
        rollUp("sold", "sum", "seats", "");
        add(DEALS, "share", "kind", "formula", "expression", "seats + 1");
        rollUp("shares", "sum", "share", "");
        add(ACCOUNTS, "half", "kind", "formula", "expression", "shares / 2");
        FieldError circle = refused(() -> add(
                ACCOUNTS,
                "loop",
                "kind",
                "rollUp",
                "rollUp",
                Map.of("function", "sum", "type", ACCOUNTS, "by", "parent", "field", "loop")));
        assertEquals("rollUp", circle.field());
        add(
                ACCOUNTS,
                "halves",
                "kind",
                "rollUp",
                "rollUp",
                Map.of("function", "sum", "type", ACCOUNTS, "by", "parent", "field", "half"));
        FieldError over = refused(
                () -> engine.fields.update(SYSTEM, ACCOUNTS, "half", null, Map.of("expression", "halves + shares")));
        assertTrue(over.message().contains("accounts.half → accounts.halves → accounts.half"), over.message());
    }

    @Test
    void whatIsWrongIsSaidWhereItIs() {
        FieldError unknown = refused(() -> formula("x", "seats + sats"));
        assertEquals("expression", unknown.field());
        assertEquals("There is no field \"sats\" (character 9).", unknown.message());
        assertEquals(
                "result",
                refused(() -> formula("x", "seats", "result", "choice")).field());
        assertEquals(
                "expression",
                refused(() -> formula("x", "seats", "result", "date")).field());
        assertEquals("required", refused(() -> formula("x", " ")).code());
        assertEquals(
                "required",
                refused(() -> formula("x", "seats", "required", true)).field());
        assertEquals(
                "unique", refused(() -> formula("x", "seats", "unique", true)).field());
        assertEquals(
                "default", refused(() -> formula("x", "seats", "default", 1)).field());
        assertEquals(
                "expression",
                refused(() -> add(DEALS, "x", "kind", "number", "expression", "1"))
                        .field());
        assertEquals("rollUp", refused(() -> rollUp("x", "median", "seats", "")).field());
        assertEquals("rollUp", refused(() -> rollUp("x", "sum", "name", "")).field());
        assertEquals("rollUp", refused(() -> rollUp("x", "count", "seats", "")).field());
        assertEquals(
                "rollUp", refused(() -> rollUp("x", "sum", "seats", "nope==1")).field());
        assertEquals(
                "rollUp",
                refused(() -> rollUp("x", "sum", "seats", "account.name==A")).field());
        assertEquals(List.of(), engine.fields.list(SYSTEM, DEALS));
    }

    @Test
    void theKindOfTheResultIsWhatTheExpressionComesTo() {
        assertEquals(FieldKind.NUMBER, formula("a", "seats").kind());
        assertEquals(FieldKind.TEXT, formula("b", "UPPER(name)").kind());
        assertEquals(FieldKind.DATE, formula("c", "closedOn + 30").kind());
        assertEquals(FieldKind.BOOLEAN, formula("d", "seats > 3").kind());
        RecordData deal = engine.deal("name", "Sen", "seats", 4, "closedOn", LocalDate.of(2026, 1, 1));
        assertEquals("SEN", deal.get("b"));
        assertEquals(LocalDate.of(2026, 1, 31), deal.get("c"));
        assertEquals(true, deal.get("d"));
        assertEquals(
                "readOnly",
                refused(() -> engine.fields.update(SYSTEM, DEALS, "a", null, Map.of("result", "text")))
                        .code());
    }

    @Test
    void olderRecordsFollowInTheBackgroundWithoutAnEdit() {
        RecordData old = engine.deal("name", "Old", "seats", 5);
        RecordData trashed = engine.deal("name", "Trashed", "seats", 6);
        engine.records.delete(SYSTEM, DEALS, trashed.id(), 1);
        for (int i = 0; i < 450; i++) {
            engine.deal("name", "Deal " + i, "seats", 1);
        }
        formula("twice", "seats * 2");
        engine.fieldUpkeep.work();
        assertEquals(number(10), read(old).get("twice"));
        assertEquals(450, engine.records.count(SYSTEM, Query.of(DEALS).where("twice==2")));
        assertEquals(1, read(old).version());
        assertEquals(1, engine.records.history(SYSTEM, DEALS, old.id(), 10, 0).size());
        assertEquals(
                number(12), engine.records.restore(SYSTEM, DEALS, trashed.id()).get("twice"));

        engine.fields.update(SYSTEM, DEALS, "twice", null, Map.of("expression", "seats * 20"));
        engine.fieldUpkeep.work();
        assertEquals(number(100), read(old).get("twice"));
    }

    @Test
    void historyAndUndoKnowOnlyWhatPeopleDid() {
        formula("twice", "seats * 2");
        RecordData deal = engine.deal("name", "A", "seats", 1);
        Caller bulk = SYSTEM.inJob(77, "bulk");
        engine.records.update(bulk, DEALS, deal.id(), 1, Map.of("seats", 9));
        assertEquals(
                List.of("seats"),
                engine.records.history(SYSTEM, DEALS, deal.id(), 1, 0).get(0).fields().stream()
                        .map(change -> change.field())
                        .toList());
        engine.records.revert(SYSTEM, 77, 100);
        assertEquals(number(2), read(deal).get("twice"));
        assertEquals(number(1), read(deal).get("seats"));
    }

    @Test
    void aRollUpFollowsWhateverHappensToTheRecordsThatPoint() {
        rollUp("deals", "count", null, "");
        rollUp("seatsSold", "sum", "seats", "stage==won");
        rollUp("longest", "max", "lasts", "");
        rollUp("firstClose", "min", "closedOn", "");
        RecordData one = engine.create(ACCOUNTS, "name", "One");
        RecordData two = engine.create(ACCOUNTS, "name", "Two");
        assertEquals(number(0), one.get("deals"));
        assertEquals(number(0), one.get("seatsSold"));
        assertNull(one.get("firstClose"));

        RecordData deal = engine.deal(
                "name",
                "A",
                "account",
                TestEngine.reference(one),
                "seats",
                5,
                "stage",
                "won",
                "lasts",
                Duration.ofHours(2),
                "closedOn",
                LocalDate.of(2026, 5, 1));
        engine.deal("name", "B", "account", TestEngine.reference(one), "seats", 9, "stage", "open");
        assertTotals(one, 2, 5);
        assertEquals(Duration.ofHours(2), read(one).get("longest"));
        assertEquals(LocalDate.of(2026, 5, 1), read(one).get("firstClose"));
        assertEquals(1, read(one).version());

        deal = engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("seats", 7));
        assertTotals(one, 2, 7);
        deal = engine.records.update(SYSTEM, DEALS, deal.id(), 2, Map.of("account", TestEngine.reference(two)));
        assertTotals(one, 1, 0);
        assertTotals(two, 1, 7);
        deal = engine.records.update(SYSTEM, DEALS, deal.id(), 3, Map.of("stage", "lost"));
        assertTotals(two, 1, 0);
        deal = engine.records.update(SYSTEM, DEALS, deal.id(), 4, Map.of("stage", "won"));
        engine.records.delete(SYSTEM, DEALS, deal.id(), 5);
        assertTotals(two, 0, 0);
        assertNull(read(two).get("firstClose"));
        engine.records.restore(SYSTEM, DEALS, deal.id());
        assertTotals(two, 1, 7);
        Map<String, Object> nowhere = new HashMap<>();
        nowhere.put("account", null);
        engine.records.update(SYSTEM, DEALS, deal.id(), 7, nowhere);
        assertTotals(two, 0, 0);
        assertEquals(
                List.of("One"),
                engine.records.list(SYSTEM, Query.of(ACCOUNTS).where("deals=gt=0")).items().stream()
                        .map(account -> account.text("name"))
                        .toList());
    }

    private void assertTotals(RecordData account, int deals, int seats) {
        assertEquals(number(deals), read(account).get("deals"));
        assertEquals(number(seats), read(account).get("seatsSold"));
    }

    @Test
    void formulasFollowFromRollUpsAndRollUpsFromFormulas() {
        add(DEALS, "twice", "kind", "formula", "expression", "seats * 2");
        rollUp("total", "sum", "twice", "");
        add(ACCOUNTS, "rounded", "kind", "formula", "expression", "total + 1000");
        add(
                ACCOUNTS,
                "below",
                "kind",
                "rollUp",
                "rollUp",
                Map.of("function", "sum", "type", ACCOUNTS, "by", "parent", "field", "rounded"));
        RecordData group = engine.create(ACCOUNTS, "name", "Group");
        RecordData firm = engine.create(ACCOUNTS, "name", "Firm", "parent", TestEngine.reference(group));
        engine.deal("name", "A", "account", TestEngine.reference(firm), "seats", 5);
        assertEquals(number(10), read(firm).get("total"));
        assertEquals(number(1010), read(firm).get("rounded"));
        assertEquals(number(1010), read(group).get("below"));
    }

    @Test
    void amountsOfOneCurrencyAreAddedAndOthersNot() {
        rollUp("worth", "sum", "amount", "");
        RecordData account = engine.create(ACCOUNTS, "name", "One");
        engine.deal("name", "A", "account", TestEngine.reference(account), "amount", new Money(BigDecimal.TEN, "EUR"));
        engine.deal("name", "B", "account", TestEngine.reference(account), "amount", new Money(BigDecimal.ONE, "EUR"));
        assertEquals(new Money(number(11), "EUR"), read(account).get("worth"));
        engine.deal("name", "C", "account", TestEngine.reference(account), "amount", new Money(BigDecimal.ONE, "USD"));
        assertNull(read(account).get("worth"));
    }

    @Test
    void olderRecordsGetTheirTotals() {
        RecordData account = engine.create(ACCOUNTS, "name", "One");
        engine.deal("name", "A", "account", TestEngine.reference(account), "seats", 5);
        rollUp("deals", "count", null, "");
        engine.fieldUpkeep.work();
        assertEquals(number(1), read(account).get("deals"));
        assertEquals(1, read(account).version());
    }

    @Test
    void manyWhoChangeTheSameTotalOverlookNobody() throws Exception {
        rollUp("seatsSold", "sum", "seats", "");
        add(ACCOUNTS, "more", "kind", "formula", "expression", "seatsSold + COALESCE(employees, 0)");
        RecordData account = engine.create(ACCOUNTS, "name", "One");
        int threads = 4;
        int each = 15;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Object>> works = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            Callable<Object> work = () -> {
                for (int i = 0; i < each; i++) {
                    if (thread == 0) {
                        rename(account, i);
                    } else {
                        engine.deal("name", "D" + i, "account", TestEngine.reference(account), "seats", 1);
                    }
                }
                return null;
            };
            works.add(pool.submit(work));
        }
        for (Future<Object> work : works) {
            work.get();
        }
        pool.shutdown();
        assertEquals(number((threads - 1) * each), read(account).get("seatsSold"));
        assertEquals(number((threads - 1) * each + each - 1), read(account).get("more"));
    }

    private void rename(RecordData account, int employees) {
        try {
            RecordData now = read(account);
            engine.records.update(SYSTEM, ACCOUNTS, now.id(), now.version(), Map.of("employees", employees));
        } catch (Conflict impossible) {
            throw new AssertionError("nobody else edits the account", impossible);
        }
    }

    @Test
    void whatIsAwayLeavesValuesAsTheyAreAndIsMadeUpForLater() {
        rollUp("seatsSold", "sum", "seats", "");
        RecordData account = engine.create(ACCOUNTS, "name", "One");
        RecordData deal = engine.deal("name", "A", "account", TestEngine.reference(account), "seats", 5);
        engine.fieldUpkeep.work();
        engine.removeDeals();
        RecordData renamed = engine.records.update(SYSTEM, ACCOUNTS, account.id(), 1, Map.of("name", "Uno"));
        assertEquals(number(5), renamed.get("seatsSold"));
        engine.installDeals();
        engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("seats", 6));
        assertEquals(number(6), read(account).get("seatsSold"));
    }

    @Test
    void aFieldFromWhichOthersFollowStays() {
        add(DEALS, "base", "kind", "number");
        formula("twice", "base * 2");
        FieldError followed = refused(() -> engine.fields.remove(SYSTEM, DEALS, "base", null));
        assertTrue(followed.message().contains("deals.twice"), followed.message());
        engine.fields.remove(SYSTEM, DEALS, "twice", null);
        engine.fields.remove(SYSTEM, DEALS, "base", null);
        assertEquals(List.of(), engine.fields.list(SYSTEM, DEALS));
    }

    @Test
    void whoMayNotReadASourceMayNotReadWhatFollowsFromIt() {
        formula("twice", "seats * 2");
        rollUp("seatsSold", "sum", "seats", "");
        RecordData role = engine.role(
                "Readers",
                TestEngine.line(DEALS, "all", List.of("seats"), "read"),
                TestEngine.line(ACCOUNTS, "all", List.of(), "read"));
        RecordData blind = engine.role("Blind", TestEngine.line(ACCOUNTS, "all", List.of(), "read"));
        RecordData open = engine.role(
                "Open",
                TestEngine.line(DEALS, "all", List.of(), "read"),
                TestEngine.line(ACCOUNTS, "all", List.of(), "read"));
        RecordData account = engine.create(ACCOUNTS, "name", "One");
        RecordData deal = engine.deal("name", "A", "account", TestEngine.reference(account), "seats", 5);
        Caller reader = TestEngine.as(engine.user("Reader", null, role));
        assertFalse(engine.records.get(reader, DEALS, deal.id()).values().containsKey("twice"));
        assertFalse(engine.records.get(reader, ACCOUNTS, account.id()).values().containsKey("seatsSold"));
        Caller other = TestEngine.as(engine.user("Other", null, blind));
        assertFalse(engine.records.get(other, ACCOUNTS, account.id()).values().containsKey("seatsSold"));
        Caller third = TestEngine.as(engine.user("Third", null, open));
        assertEquals(
                number(5), engine.records.get(third, ACCOUNTS, account.id()).get("seatsSold"));
    }

    @Test
    void anOptionInUseIsRetiredAndAnUnusedOneGoes() {
        add(DEALS, "size", "kind", "choice", "options", List.of("s", "m", "l"));
        add(DEALS, "addOns", "kind", "choices", "options", List.of("a", "ab", "b"));
        RecordData deal = engine.deal("name", "A", "size", "s", "addOns", List.of("ab"));
        CustomField size = engine.fields.update(SYSTEM, DEALS, "size", null, Map.of("options", List.of("m")));
        assertEquals(
                List.of("m", "s"),
                size.options().stream().map(CustomField.Option::code).toList());
        assertTrue(size.options().get(1).retired());
        assertEquals(
                List.of("m"),
                engine.types.get(DEALS).field("size").orElseThrow().options());
        CustomField addOns = engine.fields.update(SYSTEM, DEALS, "addOns", null, Map.of("options", List.of("b")));
        assertEquals(
                List.of("b", "ab"),
                addOns.options().stream().map(CustomField.Option::code).toList());
        assertEquals(
                "unknownChoice",
                refused(() -> engine.deal("name", "B", "size", "s")).code());
        RecordData renamed = engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("name", "C", "size", "s"));
        assertEquals("s", renamed.get("size"));
        engine.records.update(SYSTEM, DEALS, deal.id(), 2, Map.of("size", "m"));
        CustomField later = engine.fields.update(SYSTEM, DEALS, "size", null, Map.of("options", List.of("m")));
        assertEquals(1, later.options().size());
    }

    private RecordData read(RecordData record) {
        return engine.records.get(SYSTEM, record.type(), record.id());
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    private CustomField formula(String name, String expression, Object... more) {
        Map<String, Object> all = TestEngine.values("kind", "formula", "expression", expression);
        all.putAll(TestEngine.values(more));
        return add(DEALS, name, all);
    }

    /** Over the deals of an account. */
    private CustomField rollUp(String name, String function, String field, String filter) {
        Map<String, Object> members = TestEngine.values("function", function, "type", DEALS, "by", "account");
        members.put("filter", filter);
        if (field != null) {
            members.put("field", field);
        }
        return add(ACCOUNTS, name, "kind", "rollUp", "rollUp", members);
    }

    private CustomField add(String type, String name, Object... more) {
        return add(type, name, TestEngine.values(more));
    }

    private CustomField add(String type, String name, Map<String, Object> more) {
        Map<String, Object> description = TestEngine.values("name", name, "label", "Label of " + name);
        description.putAll(more);
        return engine.fields.create(SYSTEM, type, description);
    }

    private static FieldError refused(org.junit.jupiter.api.function.Executable change) {
        InvalidRecord refused = assertThrows(InvalidRecord.class, change);
        assertEquals(1, refused.errors().size(), refused.errors().toString());
        return refused.errors().get(0);
    }
}
