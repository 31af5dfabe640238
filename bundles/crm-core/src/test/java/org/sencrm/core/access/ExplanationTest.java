package org.sencrm.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.line;
import static org.sencrm.core.record.TestEngine.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Explanation;
import org.sencrm.api.access.Explanation.Because;
import org.sencrm.api.access.Explanation.Reason;
import org.sencrm.api.access.Explanation.Refusal;
import org.sencrm.api.access.Explanation.Why;
import org.sencrm.api.access.Right;
import org.sencrm.api.access.TypeRights;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.core.record.TestEngine;

/** What is explained is what the gate does. */
class ExplanationTest {

    private static final List<String> NOTHING = List.of();
    private static final List<String> SCOPES = List.of("own", "linked", "team", "subtree", "all");
    private static final List<String> DENIABLE = List.of("amount", "secret", "probability");
    /** With what is computed from it. */
    private static final Set<String> AMOUNT = Set.of("amount", "rating", "hot");

    private static final int PEOPLE = 24;
    private static final int RECORDS = 12;

    private TestEngine engine;
    private List<RecordData> companies;

    @BeforeEach
    void start() {
        engine = new TestEngine();
    }

    @AfterEach
    void stop() throws InterruptedException {
        engine.close();
    }

    private Explanation explain(RecordData deal, RecordData user) {
        return engine.explanations.explain(SYSTEM, DEALS, deal.id(), user.id());
    }

    private static Set<Because> why(Explanation explanation, Right right) {
        return explanation.reasons().stream()
                .filter(reason -> reason.right() == right)
                .map(Reason::because)
                .collect(Collectors.toSet());
    }

    @Test
    void allThatSomebodyMayDoIsWhatTheGateHas() {
        RecordData lan = engine.user(
                "Lan",
                null,
                engine.role(
                        "readers",
                        line(DEALS, "all", List.of("amount"), "read"),
                        line("roles", "team", NOTHING, "read")),
                engine.role("sellers", line(DEALS, "own", List.of("amount", "secret"), "read", "update")));

        Map<String, TypeRights> rights = engine.explanations.rights(SYSTEM, lan.id()).stream()
                .collect(Collectors.toMap(TypeRights::type, Function.identity()));

        assertEquals(
                new TypeRights(DEALS, Map.of(Right.READ, "all", Right.UPDATE, "own"), AMOUNT, false),
                rights.get(DEALS));
        assertEquals(Map.of(Right.READ, "team"), rights.get("roles").scopes());
        assertEquals(Map.of(Right.READ, "all"), rights.get("users").scopes(), "who works here is known to everybody");
        assertFalse(rights.containsKey("accounts"));
        assertThrows(Forbidden.class, () -> engine.explanations.rights(as(lan), lan.id()));
        assertThrows(NotFound.class, () -> engine.explanations.rights(SYSTEM, 987_654));
    }

    @Test
    void itTellsOfTotalsInWhichARecordCountsUnseen() {
        Map<String, Object> wide = new HashMap<>(line(DEALS, "own", NOTHING, "read"));
        wide.put("totals", "all");
        RecordData role = engine.role("counting", wide);
        RecordData lan = engine.user("Lan", null, role);
        RecordData foreign = engine.deal("name", "foreign");
        RecordData own = engine.deal("name", "own", "owner", lan.id());

        assertEquals(
                List.of(new Reference("roles", role.id(), "counting")),
                explain(foreign, lan).totals());
        assertEquals(Set.of(), explain(foreign, lan).rights());
        assertEquals(List.of(), explain(own, lan).totals());
        assertTrue(engine.explanations.rights(SYSTEM, lan.id()).stream()
                .anyMatch(rights -> rights.type().equals(DEALS) && rights.totals()));
    }

    @Test
    void itNamesRoleLineTeamAndShare() {
        RecordData hanoi = engine.team("hanoi", null, null);
        RecordData role = engine.role("sellers", line(DEALS, "team", List.of("amount"), "read", "update"));
        RecordData lan = engine.user("Lan", hanoi, role);
        RecordData minh = engine.user("Minh", engine.team("docks", null, null), role);
        RecordData deal =
                engine.deal("name", "Lotus", "owner", lan.id(), "amount", new Money(BigDecimal.valueOf(5), "VND"));
        Reference sellers = new Reference("roles", role.id(), "sellers");

        Explanation owner = explain(deal, lan);
        assertEquals(Set.of(Right.READ, Right.UPDATE), owner.rights());
        assertTrue(owner.reasons().contains(new Reason(Right.READ, sellers, "team", Because.OWNER, null)));
        assertEquals(AMOUNT, owner.hiddenFields());

        RecordData mate = engine.user("Mate", hanoi, role);
        Reference team = new Reference("teams", hanoi.id(), "hanoi");
        assertTrue(explain(deal, mate).reasons().contains(new Reason(Right.READ, sellers, "team", Because.TEAM, team)));

        assertEquals(
                List.of(
                        new Refusal(Right.READ, Why.OUT_OF_REACH),
                        new Refusal(Right.UPDATE, Why.OUT_OF_REACH),
                        new Refusal(Right.DELETE, Why.NO_ROLE),
                        new Refusal(Right.EXPORT, Why.NO_ROLE)),
                explain(deal, minh).refusals());
        engine.shares.share(SYSTEM, DEALS, deal.id(), reference(minh), false);
        Explanation shared = explain(deal, minh);
        assertEquals(
                List.of(new Reason(Right.READ, null, null, Because.SHARED, new Reference("users", minh.id(), "Minh"))),
                shared.reasons());
        assertEquals(AMOUNT, shared.hiddenFields());
    }

    @Test
    void itTellsOfAdministratorsAndOfThoseWhoLeft() {
        RecordData deal = engine.deal("name", "Lotus");
        RecordData chief = engine.user("Chief", null, engine.create("roles", "name", "chief", "administrator", true));
        assertEquals(Set.of(Because.ADMINISTRATOR), why(explain(deal, chief), Right.DELETE));
        RecordData gone = engine.create("users", "name", "Gone", "userName", "gone", "active", false);
        assertEquals(Set.of(), explain(deal, gone).rights());
        assertTrue(explain(deal, gone).refusals().contains(new Refusal(Right.READ, Why.INACTIVE)));
    }

    @Test
    void onlyAdministratorsAsk() {
        RecordData reader = engine.user("Reader", null, engine.role("reader", line(DEALS, "all", NOTHING, "read")));
        RecordData none = engine.user("None", null);
        RecordData deal = engine.deal("name", "Lotus");
        assertThrows(Forbidden.class, () -> engine.explanations.explain(as(reader), DEALS, deal.id(), none.id()));
        assertThrows(NotFound.class, () -> engine.explanations.explain(as(none), DEALS, deal.id(), reader.id()));
        assertThrows(NotFound.class, () -> engine.explanations.explain(SYSTEM, DEALS, deal.id(), 999));
        assertThrows(NotFound.class, () -> engine.explanations.explain(SYSTEM, DEALS, 1, reader.id()));
    }

    @Test
    void overARandomMatrixTheExplanationIsWhatTheGateDoes() {
        Random chance = new Random(38);
        companies = List.of(engine.create("accounts", "name", "Sen"), engine.create("accounts", "name", "Tre"));
        List<RecordData> teams = teams(chance);
        List<RecordData> people = people(chance, teams);
        List<RecordData> deals = deals(chance, people);
        share(chance, deals, people, teams);
        int held = 0;
        int byShareOnly = 0;
        int byCompany = 0;
        for (RecordData person : people) {
            Caller caller = as(person);
            for (RecordData deal : deals) {
                Explanation explained = explain(deal, person);
                assertEquals(done(caller, deal), explained.rights(), person + " and " + deal);
                assertEquals(
                        explained.rights(),
                        explained.reasons().stream().map(Reason::right).collect(Collectors.toSet()));
                assertEquals(4, explained.rights().size() + explained.refusals().size());
                if (explained.rights().contains(Right.READ)) {
                    assertEquals(hidden(caller, deal), shownAmong(explained.hiddenFields()), person + " and " + deal);
                }
                held += explained.rights().size();
                byShareOnly += why(explained, Right.READ).equals(Set.of(Because.SHARED)) ? 1 : 0;
                byCompany += why(explained, Right.READ).contains(Because.LINKED) ? 1 : 0;
            }
        }
        int all = PEOPLE * RECORDS * 4;
        assertTrue(held > all / 10 && held < all * 9 / 10, held + " of " + all);
        assertTrue(byShareOnly > 5, "by a share only: " + byShareOnly);
        assertTrue(byCompany > 5, "by the company: " + byCompany);
    }

    /** What the caller gets when asking through lists and single records. */
    private Set<Right> done(Caller caller, RecordData deal) {
        Set<Right> done = EnumSet.noneOf(Right.class);
        if (finds(caller, Right.READ, deal)) {
            done.add(Right.READ);
            assertEquals(
                    "Lotus",
                    engine.records.get(caller, DEALS, deal.id()).text("name").substring(0, 5));
            for (Right right : List.of(Right.UPDATE, Right.DELETE, Right.EXPORT)) {
                if (finds(caller, right, deal)) {
                    done.add(right);
                }
            }
        }
        assertEquals(done.contains(Right.UPDATE), mayWrite(caller, deal));
        return done;
    }

    private boolean finds(Caller caller, Right right, RecordData deal) {
        try {
            Query one = Query.of(DEALS).where("id==" + deal.id());
            return !engine.records.list(caller, right, one).items().isEmpty();
        } catch (Forbidden | NotFound none) {
            return false;
        }
    }

    private boolean mayWrite(Caller caller, RecordData deal) {
        try {
            engine.records.update(caller, DEALS, deal.id(), deal.version(), Map.of());
            return true;
        } catch (Forbidden | NotFound none) {
            return false;
        }
    }

    private Set<String> hidden(Caller caller, RecordData deal) {
        RecordData seen = engine.records.get(caller, DEALS, deal.id());
        return DENIABLE.stream().filter(field -> seen.get(field) == null).collect(Collectors.toSet());
    }

    private static Set<String> shownAmong(Set<String> hidden) {
        return DENIABLE.stream().filter(hidden::contains).collect(Collectors.toSet());
    }

    private List<RecordData> teams(Random chance) {
        List<RecordData> teams = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            teams.add(engine.team("team " + i, i == 0 ? null : any(chance, teams), null));
        }
        return teams;
    }

    private List<RecordData> people(Random chance, List<RecordData> teams) {
        List<RecordData> roles = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            roles.add(engine.role("role " + i, randomLine(chance)));
        }
        List<RecordData> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            RecordData team = chance.nextInt(4) == 0 ? null : any(chance, teams);
            RecordData one = engine.user("person " + i, team, any(chance, roles), any(chance, roles));
            people.add(i % 3 == 0 ? fromOutside(chance, one) : one);
        }
        return people;
    }

    private RecordData fromOutside(Random chance, RecordData person) {
        Map<String, Object> values = Map.of(
                "kind", chance.nextBoolean() ? "partner" : "customer", "account", reference(any(chance, companies)));
        return engine.records.update(SYSTEM, "users", person.id(), person.version(), values);
    }

    private static Map<String, Object> randomLine(Random chance) {
        List<String> actions = new ArrayList<>(List.of("read", "update", "delete", "export"));
        actions.removeIf(action -> chance.nextInt(3) == 0);
        List<String> denied =
                DENIABLE.stream().filter(field -> chance.nextInt(3) == 0).toList();
        String type = chance.nextInt(5) == 0 ? "*" : DEALS;
        // wide scopes are rare, or everything would be reached without a share
        String scope = SCOPES.get(Math.min(chance.nextInt(SCOPES.size()), chance.nextInt(SCOPES.size())));
        return line(type, scope, denied, actions.toArray(String[]::new));
    }

    private List<RecordData> deals(Random chance, List<RecordData> people) {
        List<RecordData> deals = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            deals.add(engine.deal(
                    "name",
                    "Lotus " + i,
                    "owner",
                    any(chance, people).id(),
                    "account",
                    reference(any(chance, companies)),
                    "amount",
                    new Money(BigDecimal.valueOf(5), "VND"),
                    "secret",
                    "mật",
                    "probability",
                    50));
        }
        return deals;
    }

    private void share(Random chance, List<RecordData> deals, List<RecordData> people, List<RecordData> teams) {
        for (RecordData deal : deals) {
            for (RecordData person : people) {
                boolean sees = engine.gate.may(as(person), Right.READ, DEALS);
                if (sees && chance.nextInt(5) == 0) {
                    engine.shares.share(SYSTEM, DEALS, deal.id(), reference(person), chance.nextBoolean());
                }
            }
            engine.shares.share(SYSTEM, DEALS, deal.id(), reference(any(chance, teams)), chance.nextBoolean());
        }
    }

    private static RecordData any(Random chance, List<RecordData> from) {
        return from.get(chance.nextInt(from.size()));
    }
}
