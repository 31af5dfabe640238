package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Rsql;

class ListTest {

    private static final int DEALS_MADE = 60;

    private static TestEngine engine;
    private static RecordData account;

    @BeforeAll
    static void start() {
        engine = new TestEngine();
        account = engine.create("accounts", "name", "Sen Việt");
        for (int i = 0; i < DEALS_MADE; i++) {
            engine.deal(
                    "name", "Deal " + (char) ('a' + i % 7),
                    "amount", i % 5 == 0 ? null : new Money(new BigDecimal(i % 4), "VND"),
                    "stage", i % 3 == 0 ? null : i % 3 == 1 ? "open" : "won",
                    "closedOn", i % 4 == 0 ? null : "2026-03-0" + (1 + i % 3),
                    "meetsAt", i % 6 == 0 ? null : "2026-03-01T07:00:0" + i % 5 + "Z",
                    "probability", i % 2 == 0 ? null : "12.5",
                    "seats", i % 7 == 0 ? null : i % 3,
                    "lasts", i % 9 == 0 ? null : i % 2 * 60,
                    "hot", i % 3 == 0 ? null : i % 3 == 1,
                    "code", "C" + i,
                    "account", account.id());
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.close();
    }

    @Test
    void manyKeysAreLookedUpAndNotComparedWithEachRecordOfTheList() {
        List<String> codes =
                IntStream.range(0, DEALS_MADE).mapToObj(i -> "C" + i).toList();
        Query query = Query.of(DEALS).where(Rsql.in("code", codes)).reading("code");
        engine.database.statements();

        Page first = engine.records.list(SYSTEM, query.limitedTo(40));
        assertFalse(engine.database.statements().get(0).contains("ID<=?"));
        Page second = engine.records.list(SYSTEM, query.limitedTo(40).after(first.next()));

        List<Long> both = new ArrayList<>(ids(first));
        both.addAll(ids(second));
        assertEquals(ids(engine.records.list(SYSTEM, Query.of(DEALS).limitedTo(Query.MAX_LIMIT))), both);
        engine.database.statements();
        engine.records.list(SYSTEM, Query.of(DEALS).where(Rsql.in("code", codes.subList(0, 5))));
        assertTrue(engine.database.statements().get(0).contains("ID<=?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "-name",
                "amount",
                "-amount",
                "stage",
                "-stage",
                "closedOn",
                "-closedOn",
                "meetsAt",
                "-meetsAt",
                "probability",
                "-probability",
                "seats",
                "-seats",
                "lasts",
                "-lasts",
                "hot",
                "-hot",
                "createdAt",
                "-createdAt",
                "-amount,name",
                "stage,-amount,closedOn",
                "-seats,-hot,name,id",
                "code"
            })
    void pagesMeetEveryRecordOnceInTheOrderOfTheWholeList(String sort) {
        Query query = Query.of(DEALS).sortedBy(sort).reading("name");
        List<Long> whole = ids(engine.records.list(SYSTEM, query.limitedTo(Query.MAX_LIMIT)));
        for (int size : new int[] {1, 7}) {
            List<Long> paged = new ArrayList<>();
            String cursor = null;
            do {
                Page page = engine.records.list(SYSTEM, query.limitedTo(size).after(cursor));
                paged.addAll(ids(page));
                cursor = page.next();
            } while (cursor != null);
            assertEquals(whole, paged);
        }
        assertEquals(DEALS_MADE, new HashSet<>(whole).size());
    }

    @Test
    void theNewestComeFirstUnlessAskedOtherwise() {
        List<Long> ids = ids(engine.records.list(SYSTEM, Query.of(DEALS)));
        assertEquals(
                ids.stream().sorted((one, other) -> Long.compare(other, one)).toList(), ids);
    }

    @Test
    void missingValuesComeLastAndFirstWhenFalling() {
        List<RecordData> rising = engine.records
                .list(SYSTEM, Query.of(DEALS).sortedBy("amount").limitedTo(500))
                .items();
        assertNull(rising.get(rising.size() - 1).get("amount"));
        assertEquals("0", rising.get(0).money("amount").amount().toPlainString());
        assertNull(engine.records
                .list(SYSTEM, Query.of(DEALS).sortedBy("-amount"))
                .items()
                .get(0)
                .get("amount"));
    }

    @Test
    void aCursorBelongsToItsListAndOrder() {
        String cursor = engine.records
                .list(SYSTEM, Query.of(DEALS).sortedBy("name").limitedTo(5))
                .next();
        for (Query other :
                List.of(Query.of(DEALS).sortedBy("-name"), Query.of("accounts").sortedBy("name"), Query.of(DEALS))) {
            assertThrows(InvalidRequest.class, () -> engine.records.list(SYSTEM, other.after(cursor)));
        }
        for (String broken : List.of("", "x", "%%", "W10", "bnVsbA", cursor.substring(3))) {
            assertThrows(
                    InvalidRequest.class,
                    () -> engine.records.list(
                            SYSTEM, Query.of(DEALS).sortedBy("name").after(broken)));
        }
    }

    @Test
    void onlyTheColumnsAskedForAreReadAndNeverAJoin() {
        engine.database.statements();
        RecordData first = engine.records
                .list(SYSTEM, Query.of(DEALS).reading("code", "amount").where("account.name==sen*"))
                .items()
                .get(0);
        assertEquals(List.of("code", "amount"), List.copyOf(first.values().keySet()));
        List<String> statements = engine.database.statements();
        assertEquals(1, statements.size());
        String text = statements.get(0).toLowerCase(Locale.ROOT);
        assertTrue(
                text.startsWith("select id, version, code, amount, amount_currency, id from test_deal where "), text);
        assertFalse(text.contains("join"), text);
        assertFalse(text.substring(0, text.indexOf(" where ")).contains(", name"), text);
    }

    @Test
    void labelsOfAPageTakeOneStatementForEachTypePointedTo() {
        engine.database.statements();
        RecordData first = engine.records
                .list(SYSTEM, Query.of(DEALS).reading("name", "account", "createdBy"))
                .items()
                .get(0);
        assertEquals("Sen Việt", first.reference("account").label());
        assertEquals("System", first.reference("createdBy").label());
        assertEquals(2, engine.database.statements().size());
    }

    @Test
    void countingKnowsNoPages() {
        assertEquals(DEALS_MADE, engine.records.count(SYSTEM, Query.of(DEALS).limitedTo(3)));
        assertEquals(20, engine.records.count(SYSTEM, Query.of(DEALS).where("stage==won")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope",
                "NAME",
                "name desc",
                "name;drop table TEST_DEAL",
                "1",
                "name)--",
                "account",
                "tags",
                "extras",
                "note",
                "",
                "name,,code",
                "LABEL_KEY",
                "account.name"
            })
    void whatCannotBeSortedByIsABadRequest(String sort) {
        Query query = Query.of(DEALS).sortedBy(sort.isEmpty() ? "," : sort);
        assertThrows(InvalidRequest.class, () -> engine.records.list(SYSTEM, query));
    }

    @Test
    void unknownFieldsLimitsAndTypesAreRefused() {
        assertThrows(
                InvalidRequest.class,
                () -> engine.records.list(SYSTEM, Query.of(DEALS).reading("SEARCH_TEXT")));
        assertThrows(
                InvalidRequest.class,
                () -> engine.records.list(SYSTEM, Query.of(DEALS).limitedTo(0)));
        assertThrows(
                InvalidRequest.class,
                () -> engine.records.list(SYSTEM, Query.of(DEALS).limitedTo(501)));
        assertThrows(NotFound.class, () -> engine.records.list(SYSTEM, Query.of("TEST_DEAL")));
    }

    private static List<Long> ids(Page page) {
        List<Long> ids = page.items().stream().map(RecordData::id).toList();
        Set<Long> distinct = new HashSet<>(ids);
        assertEquals(ids.size(), distinct.size());
        return ids;
    }
}
