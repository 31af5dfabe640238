package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.line;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;

/** Company totals tell what all records come to, and never of one that the caller may not open. */
class CompanyTotalsTest {

    private static final List<String> NOTHING = List.of();
    private static final List<String> AMOUNT = List.of("count", "sum:amount");

    private TestEngine engine;
    private RecordData lan;
    private RecordData minh;
    private RecordData hoa;

    @BeforeEach
    void start() {
        engine = new TestEngine();
        engine.settings.set(SYSTEM, "company.currency", "VND");
        lan = seller("Lan");
        minh = seller("Minh");
        hoa = seller("Hoa");
    }

    @AfterEach
    void stop() throws InterruptedException {
        engine.close();
    }

    private RecordData seller(String name) {
        return engine.user(
                name,
                engine.team("team of " + name, null, null),
                engine.role("sells as " + name, wide("own", NOTHING, "read", "update", "create", "export")));
    }

    private static Map<String, Object> wide(String scope, List<String> denied, String... actions) {
        Map<String, Object> line = new HashMap<>(line(DEALS, scope, denied, actions));
        line.put("totals", "all");
        return line;
    }

    private void deals(int number, RecordData owner, String stage) {
        for (int i = 0; i < number; i++) {
            deal(owner, stage, "100");
        }
    }

    private RecordData deal(RecordData owner, String stage, String amount) {
        Money money = amount == null ? null : new Money(new BigDecimal(amount), "VND");
        return engine.deal("name", "of " + owner.text("name"), "owner", owner.id(), "stage", stage, "amount", money);
    }

    private Optional<Summary> asked(RecordData user, String group, String... measures) {
        return engine.records.companyTotals(as(user), DEALS, group, List.of(measures));
    }

    private static Map<String, Long> counts(Summary summary) {
        return summary.groups().stream()
                .collect(Collectors.toMap(
                        group -> String.valueOf(group.key()),
                        group -> group.totals().count()));
    }

    private static Object sum(Summary.Totals totals) {
        return totals.measures().get("sum:amount");
    }

    private static Money vnd(String amount) {
        return new Money(new BigDecimal(amount), "VND");
    }

    @Test
    void theyCountWhatNobodyShowsAndNothingElseDoes() {
        deals(2, lan, "open");
        deals(3, minh, "open");
        deals(4, hoa, "open");
        RecordData hidden = deal(minh, "won", "7");
        deals(5, hoa, "won");

        Summary company = asked(lan, "stage", "count", "sum:amount").orElseThrow();

        assertEquals(Map.of("open", 9L, "won", 6L), counts(company));
        assertEquals(vnd("1407"), sum(company.total()));
        Caller caller = as(lan);
        assertEquals(List.of("of Lan", "of Lan"), engine.names(caller, ""));
        assertEquals(2, engine.records.count(caller, Query.of(DEALS)));
        assertEquals(NOTHING, engine.names(caller, "stage==won"));
        assertEquals(NOTHING, engine.names(caller, "id==" + hidden.id()));
        assertEquals(NOTHING, engine.names(caller, Query.of(DEALS).matching("Minh")));
        assertEquals(
                0,
                engine.records
                        .list(caller, Right.EXPORT, Query.of(DEALS).where("stage==won"))
                        .items()
                        .size());
        Query first = Query.of(DEALS).limitedTo(1);
        String next = engine.records.list(caller, first).next();
        assertNull(engine.records.list(caller, first.after(next)).next());
        assertThrows(NotFound.class, () -> engine.records.get(caller, DEALS, hidden.id()));
        Summary own = engine.records.summarize(caller, new SummaryQuery(DEALS, "stage", AMOUNT, "", ""));
        assertEquals(2, own.total().count());
    }

    @Test
    void smallGroupsAndThoseOfOneOwnerAreToldTogether() {
        deals(4, minh, "open");
        deals(4, hoa, "open");
        deals(9, minh, "won");
        deals(1, hoa, "lost");
        deals(3, lan, "lost");

        Summary company = asked(lan, "stage", "count", "sum:amount").orElseThrow();

        assertEquals(Map.of("open", 8L, Summary.OTHERS, 13L), counts(company));
        assertEquals("Others", company.groups().get(1).label());
        assertEquals(vnd("1300"), sum(company.groups().get(1).totals()));
    }

    @Test
    void aSingleRecordIsInNoFigureAndInNoDifference() {
        deals(5, minh, "open");
        deals(1, hoa, "won");
        Summary before = asked(lan, "stage", "count").orElseThrow();

        assertEquals(Map.of(Summary.OTHERS, 6L), counts(before), "open alone would give away won");
        assertEquals(before.groups(), asked(lan, "stage", "count").orElseThrow().groups());
        assertEquals(
                counts(before),
                counts(asked(lan, "stage", "count", "sum:amount", "sum:lasts").orElseThrow()),
                "the same groups, whatever is asked of them");
    }

    @Test
    void withoutARoleThatSaysSoThereAreNone() {
        deals(9, minh, "open");
        deals(9, hoa, "open");
        RecordData plain = engine.user("Plain", null, engine.role("plain", line(DEALS, "own", NOTHING, "read")));
        RecordData reader = engine.user("Reader", null, engine.role("reader", wide("all", NOTHING, "read")));
        RecordData writer = engine.user("Writer", null, engine.role("writer", wide("own", NOTHING, "update")));
        RecordData chief = engine.user("Chief", null, engine.create("roles", "name", "chief", "administrator", true));
        RecordData any = engine.user(
                "Any",
                null,
                engine.role("any", Map.of("type", "*", "scope", "own", "actions", List.of("read"), "totals", "all")));

        assertEquals(Optional.empty(), asked(plain, null, "count"));
        assertEquals(Optional.empty(), asked(reader, null, "count"), "who reads all has the summary");
        assertEquals(Optional.empty(), asked(chief, null, "count"));
        assertThrows(NotFound.class, () -> asked(writer, null, "count"));
        assertEquals(18, asked(any, null, "count").orElseThrow().total().count());
        assertEquals(
                Optional.empty(),
                engine.records.companyTotals(as(any), "users", null, List.of("count")),
                "never of what only administrators have");
    }

    @Test
    void deniedFieldsAreInNoFigure() {
        deals(9, minh, "open");
        deals(9, hoa, "open");
        RecordData blind =
                engine.user("Blind", null, engine.role("blind", wide("own", List.of("amount", "stage"), "read")));
        // sees the amount of own records by a role without totals
        RecordData half = engine.user(
                "Half",
                null,
                engine.role("totals only", wide("own", List.of("amount"), "read")),
                engine.role("own deals", line(DEALS, "own", NOTHING, "read")));

        assertThrows(InvalidRequest.class, () -> asked(blind, null, "sum:amount"));
        assertThrows(InvalidRequest.class, () -> asked(blind, "stage", "count"));
        assertThrows(InvalidRequest.class, () -> asked(half, null, "sum:amount"));
        assertEquals(18, asked(half, "stage", "count").orElseThrow().total().count());
    }

    @Test
    void nothingButCountsAndSumsByTheFieldOfTheBoard() {
        deals(9, minh, "open");
        deals(9, hoa, "open");

        for (String measure : List.of("min:amount", "max:amount", "avg:amount", "sum:name", "owner")) {
            assertThrows(InvalidRequest.class, () -> asked(lan, null, measure), measure);
        }
        for (String field :
                List.of("owner", "name", "tags", "hot", "closedOn", "account", "secret", "createdBy", "team")) {
            assertEquals(Optional.empty(), asked(lan, field, "count"), field);
        }
        engine.settings.set(SYSTEM, Access.TOTALS_FIELDS, "deals.name; deals.account, deals.team");
        for (String field : List.of("name", "account")) {
            assertEquals(Optional.empty(), asked(lan, field, "count"), "typed or picked freely: " + field);
        }
        Summary teams = asked(lan, "team", "count").orElseThrow();
        assertEquals(Map.of(Summary.OTHERS, 18L), counts(teams), "each team here is one owner");
    }

    /** Of 11 in the north 10 in Hanoi: the eleventh would be the difference of two groups that are each large enough. */
    @Test
    void thereAreNotTwoTablesOfWhichOneIsWithinTheOther() {
        for (String field : List.of("region", "province")) {
            engine.fields.create(
                    SYSTEM,
                    DEALS,
                    TestEngine.values(
                            "name",
                            field,
                            "label",
                            field,
                            "kind",
                            "choice",
                            "options",
                            List.of("north", "south", "hanoi", "haiphong", "hue")));
        }
        for (int i = 0; i < 5; i++) {
            inPlace(minh, "north", "hanoi");
            inPlace(hoa, "north", "hanoi");
            inPlace(minh, "south", "hue");
            inPlace(hoa, "south", "hue");
        }
        inPlace(minh, "north", "haiphong");

        assertEquals(Optional.empty(), asked(lan, "region", "count", "sum:amount"));
        assertEquals(Optional.empty(), asked(lan, "province", "count", "sum:amount"));
        engine.settings.set(SYSTEM, Access.TOTALS_FIELDS, "accounts.province, deals.region");
        assertEquals(
                Map.of("north", 11L, "south", 10L),
                counts(asked(lan, "region", "count").orElseThrow()));
        assertEquals(Optional.empty(), asked(lan, "province", "count"), "named of another type only");
    }

    private void inPlace(RecordData owner, String region, String province) {
        engine.deal(
                "name",
                "somewhere",
                "owner",
                owner.id(),
                "region",
                region,
                "province",
                province,
                "amount",
                new Money(new BigDecimal("100"), "VND"));
    }

    /** Ten amounts and one price that differs from its amount: the sums, subtracted, would be this one's discount. */
    @Test
    void noSumOfWhatIsMadeOfOtherFields() {
        engine.fields.create(
                SYSTEM,
                DEALS,
                TestEngine.values(
                        "name",
                        "price",
                        "label",
                        "Price",
                        "kind",
                        "formula",
                        "result",
                        "money",
                        "expression",
                        "amount * IF(seats = 1, 0.5, 1)"));
        deals(5, minh, "open");
        deals(5, hoa, "open");
        engine.deal("name", "cheap", "owner", minh.id(), "stage", "open", "seats", 1, "amount", vnd("80"));

        Summary.Totals total = asked(lan, "stage", "count", "sum:amount", "sum:price")
                .orElseThrow()
                .total();

        assertEquals(11, total.count());
        assertEquals(vnd("1080"), sum(total));
        assertEquals(Set.of("count", "sum:amount"), total.measures().keySet());
    }

    @Test
    void noSumOfWhatFollowsFromOtherRecordsOrIsDerivedByAHook() {
        engine.fields.create(
                SYSTEM,
                "accounts",
                TestEngine.values(
                        "name",
                        "sold",
                        "label",
                        "Sold",
                        "kind",
                        "rollUp",
                        "rollUp",
                        Map.of("function", "sum", "type", DEALS, "by", "account", "field", "amount")));
        RecordData thu = engine.user(
                "Thu",
                null,
                engine.role(
                        "all kinds", Map.of("type", "*", "scope", "own", "actions", List.of("read"), "totals", "all")));
        for (RecordData owner : List.of(minh, hoa, minh, hoa, minh, hoa)) {
            RecordData account = engine.create("accounts", "name", "of " + owner.text("name"), "owner", owner.id());
            engine.deal("name", "sold", "account", account.id(), "owner", owner.id(), "amount", vnd("100"));
            engine.create("contacts", "name", "Known", "owner", owner.id());
        }

        for (Map.Entry<String, String> made :
                Map.of("accounts", "sum:sold", "contacts", "sum:age").entrySet()) {
            Summary.Totals total = engine.records
                    .companyTotals(as(thu), made.getKey(), null, List.of("count", made.getValue()))
                    .orElseThrow()
                    .total();
            assertEquals(6, total.count());
            assertEquals(Set.of("count"), total.measures().keySet());
        }
    }

    @Test
    void whatTheCallerMadeHidesNothing() {
        deals(1, minh, "open");
        deals(1, hoa, "open");
        RecordData feeder = engine.user(
                "Feeder",
                null,
                engine.role("feeder", wide("own", NOTHING, "read", "create"), line(DEALS, "all", NOTHING, "create")));
        for (RecordData owner : List.of(minh, hoa, minh, hoa, minh)) {
            engine.records.create(
                    as(feeder), DEALS, TestEngine.values("name", "known", "stage", "open", "owner", owner.id()));
        }

        assertEquals(Optional.empty(), asked(feeder, null, "count"), "all but two were made by the caller");
        assertTrue(asked(lan, null, "count").isPresent());
    }

    @Test
    void aSumOfFewAmountsIsToldOfNoGroupAndTooFewOfNone() {
        for (int i = 0; i < 3; i++) {
            deal(minh, "open", null);
            deal(hoa, "open", "0");
            deals(1, minh, "won");
            deals(1, hoa, "won");
        }
        deal(minh, "open", "999");

        Summary company = asked(lan, "stage", "count", "sum:amount").orElseThrow();

        assertEquals(Map.of("open", 7L, "won", 6L), counts(company));
        assertEquals(vnd("1599"), sum(company.total()));
        company.groups().forEach(group -> assertFalse(group.totals().measures().containsKey("sum:amount")));
    }

    @Test
    void aSumOfOneAmountIsNoTotalEither() {
        deals(5, minh, "open");
        deals(5, hoa, "open");
        engine.deal("name", "long", "owner", minh.id(), "stage", "open", "lasts", 60);

        Summary.Totals total =
                asked(lan, null, "count", "sum:lasts").orElseThrow().total();

        assertEquals(11, total.count());
        assertFalse(total.measures().containsKey("sum:lasts"));
    }

    @Test
    void oneAmountInAnotherCurrencyIsNotToldApart() {
        deals(5, minh, "open");
        deals(5, hoa, "open");
        engine.deal("name", "far", "owner", minh.id(), "stage", "open", "amount", new Money(BigDecimal.ONE, "USD"));

        Summary.Totals total =
                asked(lan, null, "count", "sum:amount").orElseThrow().total();

        assertEquals(11, total.count());
        assertEquals(Map.of(), total.foreign());
        assertEquals(Map.of(), total.converted());
        assertNull(total.measures().get("sum:amount"), "there is no rate, and a part would tell of the rest");
    }

    private List<String> scans() {
        return engine.database.statements().stream()
                .filter(text -> text.contains("TEST_DEAL"))
                .toList();
    }

    /** Boards ask at each change of anybody: within a minute the table is not counted again for the same person. */
    @Test
    void askedAgainTheyAreThoseOfAMomentAgo() {
        deals(5, minh, "open");
        deals(5, hoa, "won");
        scans();
        Optional<Summary> first = asked(lan, "stage", "count", "sum:amount");
        assertFalse(scans().isEmpty());

        deals(1, hoa, "open");
        scans();
        assertEquals(first, asked(lan, "stage", "count", "sum:amount"));
        assertEquals(NOTHING, scans());
        engine.clock.advance(Duration.ofSeconds(59));
        assertEquals(first, asked(lan, "stage", "count", "sum:amount"));
        assertEquals(NOTHING, scans());
        engine.clock.advance(Duration.ofSeconds(1));
        assertEquals(
                11,
                asked(lan, "stage", "count", "sum:amount").orElseThrow().total().count());
        assertFalse(scans().isEmpty());
    }

    @Test
    void thatThereAreNoneIsNotCountedAgainEither() {
        deals(4, minh, "open");
        assertEquals(Optional.empty(), asked(lan, "stage", "count"));

        scans();
        assertEquals(Optional.empty(), asked(lan, "stage", "count"));
        assertEquals(NOTHING, scans());
    }

    /** What one may be told is nobody else's, and nobody's any more whose role is changed. */
    @Test
    void whatIsKeptIsToldToNobodyWhoMayNotAsk() {
        deals(5, minh, "open");
        deals(5, hoa, "open");
        deals(1, hoa, "won");
        RecordData plain = engine.user("Plain", null, engine.role("plain", line(DEALS, "own", NOTHING, "read")));
        RecordData blind =
                engine.user("Blind", null, engine.role("blind", wide("own", List.of("amount", "stage"), "read")));
        RecordData may = engine.role("may for now", wide("own", NOTHING, "read"));
        RecordData thu = engine.user("Thu", null, may);
        String[] measures = {"count", "sum:amount"};
        assertEquals(vnd("1100"), sum(asked(lan, null, measures).orElseThrow().total()));
        assertEquals(vnd("1100"), sum(asked(thu, null, measures).orElseThrow().total()));

        assertEquals(Optional.empty(), asked(plain, null, measures));
        assertThrows(InvalidRequest.class, () -> asked(blind, null, measures));
        assertEquals(11, asked(blind, null, "count").orElseThrow().total().count());
        assertThrows(InvalidRequest.class, () -> asked(blind, "stage", "count"));
        engine.records.update(
                SYSTEM,
                "roles",
                may.id(),
                may.version(),
                Map.of("permissions", List.of(wide("own", List.of("amount"), "read"))));
        assertThrows(InvalidRequest.class, () -> asked(thu, null, measures));
    }

    /** Lan's figures, folded by the records of a minute later or by what Minh knows, would tell of the only won deal. */
    @Test
    void figuresAreFoldedByTheRecordsAndTheKnowledgeOfTheirOwnMoment() {
        deals(5, minh, "open");
        deals(5, hoa, "open");
        deal(hoa, "won", "7");
        assertEquals(
                Map.of(Summary.OTHERS, 11L),
                counts(asked(lan, "stage", "count", "sum:amount").orElseThrow()));

        deals(3, minh, "won");
        deals(2, hoa, "won");
        Summary kept = asked(lan, "stage", "count", "sum:amount").orElseThrow();
        assertEquals(Map.of(Summary.OTHERS, 11L), counts(kept));
        RecordData thu = engine.user("Thu", null, engine.role("thu", wide("own", NOTHING, "read")));
        Summary now = asked(thu, "stage", "count", "sum:amount").orElseThrow();
        assertEquals(Map.of("open", 10L, "won", 6L), counts(now));
        assertEquals(vnd("1507"), sum(now.total()));
    }

    @Test
    void aTypeThatGoesTakesItsFiguresAlong() {
        deals(5, minh, "open");
        deals(5, hoa, "open");
        assertEquals(10, asked(lan, null, "count").orElseThrow().total().count());
        engine.removeDeals();
        assertThrows(NotFound.class, () -> asked(lan, null, "count"));
        engine.installDeals();
        deals(1, hoa, "open");

        assertEquals(11, asked(lan, null, "count").orElseThrow().total().count());
    }

    @Test
    void whatIsNotCommittedIsNotKept() {
        deals(5, minh, "open");
        deals(5, hoa, "open");

        long within = engine.database.write(connection -> {
            deals(1, hoa, "open");
            return asked(lan, null, "count").orElseThrow().total().count();
        });
        deals(1, minh, "open");

        assertEquals(11, within);
        assertEquals(12, asked(lan, null, "count").orElseThrow().total().count());
    }

    @Test
    void howFewIsASettingWithAFloor() {
        deals(2, minh, "open");
        deals(2, hoa, "open");

        assertEquals(Optional.empty(), asked(lan, null, "count"));
        engine.settings.set(SYSTEM, Access.TOTALS_FEWEST, "4");
        assertEquals(4, asked(lan, null, "count").orElseThrow().total().count());
        engine.settings.set(SYSTEM, Access.TOTALS_FEWEST, "1");
        deals(1, minh, "won");
        assertEquals(
                Set.of(Summary.OTHERS),
                counts(asked(lan, "stage", "count").orElseThrow()).keySet());
    }
}
