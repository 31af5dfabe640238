package org.sencrm.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.line;
import static org.sencrm.core.record.TestEngine.reference;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Explanation;
import org.sencrm.api.access.Explanation.Because;
import org.sencrm.api.access.Right;
import org.sencrm.api.access.TypeRights;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.api.talk.Comments;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.talk.RecordComments;
import org.sencrm.core.talk.RecordFollowers;

/** Lotus and Bamboo are companies; Lan works here, in the team hanoi. Each deal is called by what connects it. */
class KindsTest {

    private static final List<String> NOTHING = List.of();
    private static final String[] ALL_RIGHTS = {"read", "create", "update", "delete", "export", "import"};
    private static final List<String> SCOPES = List.of("own", "linked", "team", "subtree", "all");

    private TestEngine engine;
    private RecordData hanoi;
    private RecordData lan;
    private RecordData lotus;
    private RecordData bamboo;

    @BeforeEach
    void start() {
        engine = new TestEngine();
        hanoi = engine.team("hanoi", null, null);
        lan = engine.user("Lan", hanoi, engine.role("sellers", line("*", "team", NOTHING, ALL_RIGHTS)));
        lotus = engine.create("accounts", "name", "Lotus", "owner", lan.id());
        bamboo = engine.create("accounts", "name", "Bamboo", "owner", lan.id(), "parent", reference(lotus));
    }

    @AfterEach
    void stop() throws InterruptedException {
        engine.close();
    }

    private RecordData outsider(String name, String kind, RecordData company, RecordData... roles) {
        return engine.create(
                "users",
                "name",
                name,
                "userName",
                name.toLowerCase(),
                "active",
                true,
                "kind",
                kind,
                "account",
                reference(company),
                "team",
                reference(hanoi),
                "roles",
                List.of(roles).stream().map(TestEngine::reference).toList());
    }

    private RecordData role(String scope) {
        Map<String, Object> line = new HashMap<>(line("*", scope, NOTHING, ALL_RIGHTS));
        line.put("totals", "all");
        return engine.role("all of " + scope, line);
    }

    /** One deal for each way in which somebody may be connected with it. */
    private void deals(RecordData person) {
        engine.deal("name", "own", "owner", person.id(), "account", reference(bamboo));
        engine.deal("name", "linked", "owner", lan.id(), "account", reference(lotus));
        engine.deal("name", "about", "owner", lan.id(), "account", reference(bamboo), "about", reference(lotus));
        engine.deal("name", "among", "owner", lan.id(), "partners", List.of(reference(lotus)));
        engine.deal("name", "team", "owner", lan.id());
        engine.deal("name", "strange");
    }

    @Test
    void whoIsFromOutsideReachesNoFartherThanTheirCompanyWhateverTheRoleSays() {
        RecordData counted = outsider("Mai", "partner", lotus);
        deals(counted);
        for (String scope : SCOPES) {
            RecordData person = engine.records.update(
                    SYSTEM,
                    "users",
                    counted.id(),
                    engine.records.get(SYSTEM, "users", counted.id()).version(),
                    Map.of("roles", List.of(reference(role(scope)))));
            List<String> wanted = scope.equals("own") ? List.of("own") : List.of("linked", "own");
            Caller caller = as(person);
            assertEquals(wanted, engine.names(caller, ""), scope);
            assertEquals(wanted.size(), engine.records.count(caller, Query.of(DEALS)), scope);
            assertEquals(wanted.size(), counted(caller), scope);
            assertEquals(
                    wanted.size(),
                    engine.records
                            .list(caller, Right.EXPORT, Query.of(DEALS))
                            .items()
                            .size(),
                    scope);
            assertSameOneByOne(caller, wanted);
        }
    }

    private long counted(Caller caller) {
        SummaryQuery all = new SummaryQuery(DEALS, null, List.of("count"), "", "");
        return engine.records.summarize(caller, all).total().count();
    }

    private void assertSameOneByOne(Caller caller, List<String> wanted) {
        for (RecordData deal : engine.records.list(SYSTEM, Query.of(DEALS)).items()) {
            if (wanted.contains(deal.text("name"))) {
                engine.records.update(caller, DEALS, deal.id(), deal.version(), Map.of());
                engine.records.history(caller, DEALS, deal.id(), 10, 0);
            } else {
                assertThrows(NotFound.class, () -> engine.records.get(caller, DEALS, deal.id()));
                assertThrows(NotFound.class, () -> engine.records.history(caller, DEALS, deal.id(), 10, 0));
                assertThrows(
                        NotFound.class,
                        () -> engine.records.update(caller, DEALS, deal.id(), deal.version(), Map.of()));
            }
        }
    }

    @Test
    void whoWorksHereHasNoCompanySoThatLinkedIsTheirOwn() {
        deals(lan);
        RecordData minh = engine.user("Minh", null, role("linked"));
        engine.deal("name", "mine", "owner", minh.id());
        assertEquals(List.of("mine"), engine.names(as(minh), ""));
        assertEquals(List.of("mine"), engine.names(as(engine.records.get(SYSTEM, "users", minh.id())), ""));
        assertEquals(5, engine.names(as(lan), "").size(), "a team holds no more than before");
    }

    @Test
    void whoHasNoCompanyFromBeforeHasTheirOwnOnly() {
        RecordData mai = outsider("Mai", "customer", null, role("all"));
        deals(mai);
        assertEquals(List.of("own"), engine.names(as(mai), ""));
    }

    @Test
    void theCompanyIsItsAccountAndWhatPointsToItAtOnce() {
        RecordData mai = outsider("Mai", "customer", lotus, role("all"));
        engine.create("contacts", "name", "An", "account", reference(lotus));
        RecordData foreign = engine.create("contacts", "name", "Bich", "account", reference(bamboo));
        engine.create("activities", "name", "about Lotus", "regarding", reference(lotus));
        engine.create("activities", "name", "about Bich", "regarding", reference(foreign));
        assertEquals(List.of("Lotus"), names(mai, "accounts"), "Bamboo is below Lotus, and another company");
        assertEquals(List.of("An"), names(mai, "contacts"));
        assertEquals(List.of("about Lotus"), names(mai, "activities"));
        assertEquals(
                List.of("An"),
                engine.search.find(as(mai), "An", 10).stream()
                        .map(hit -> hit.record().label())
                        .toList());
        assertEquals(List.of(), engine.search.find(as(mai), "Bich", 10));
        assertEquals(List.of(), engine.search.find(as(mai), "Lan", 10), "colleagues are not to be found");
    }

    private List<String> names(RecordData person, String type) {
        return engine.records.list(as(person), Query.of(type).sortedBy("name")).items().stream()
                .map(record -> record.text("name"))
                .toList();
    }

    @Test
    void peopleAreKnownByWhatTheyDoOnlyAndNothingIsAdministered() {
        RecordData wide = engine.role(
                "wide",
                line("*", "all", NOTHING, ALL_RIGHTS),
                line("users", "all", NOTHING, ALL_RIGHTS),
                line("roles", "all", NOTHING, ALL_RIGHTS),
                line("teams", "all", NOTHING, ALL_RIGHTS));
        RecordData mai = outsider("Mai", "partner", lotus, wide);
        RecordData deal = engine.deal("name", "linked", "owner", lan.id(), "account", reference(lotus));

        RecordData seen = engine.records.get(as(mai), DEALS, deal.id());
        assertEquals("Lan", seen.reference("owner").label());
        assertEquals(List.of("Mai"), names(mai, "users"));
        assertEquals(List.of("hanoi"), names(mai, "teams"), "the own team, and no other");
        RecordData docks = engine.team("docks", null, null);
        assertEquals(List.of("hanoi"), names(mai, "teams"));
        RecordData minh = engine.user("Minh", docks);
        RecordData other = engine.deal("name", "linked", "owner", minh.id(), "account", reference(lotus));
        assertNull(
                engine.records.get(as(mai), DEALS, other.id()).reference("team").label());
        assertThrows(NotFound.class, () -> names(mai, "roles"));
        assertThrows(NotFound.class, () -> engine.records.get(as(mai), "users", lan.id()));
        assertEquals("Mai", engine.records.get(as(mai), "users", mai.id()).text("name"));
        for (Right right : List.of(Right.CREATE, Right.UPDATE, Right.DELETE, Right.EXPORT)) {
            assertFalse(engine.gate.may(as(mai), right, "users"), right.code());
            assertFalse(engine.gate.may(as(mai), right, "roles"), right.code());
        }
    }

    @Test
    void anAdministratorsRoleAndThePermissionsOfModulesGiveNothingOutside() {
        RecordData chief = engine.create("roles", "name", "chief", "administrator", true);
        RecordData mai = outsider("Mai", "partner", lotus, chief);
        assertFalse(engine.gate.isAdministrator(as(mai)));
        assertFalse(engine.gate.allows(as(mai), "audit.read"));
        assertThrows(NotFound.class, () -> engine.names(as(mai), ""));
        assertFalse(engine.gate.profile(as(mai)).administrator());
    }

    @Test
    void whatIsSharedWithThePersonCountsAndWithATeamDoesNot() {
        RecordData mai = outsider("Mai", "partner", lotus, role("own"));
        RecordData one = engine.deal("name", "one", "owner", lan.id());
        RecordData other = engine.deal("name", "other", "owner", lan.id());
        engine.shares.share(SYSTEM, DEALS, one.id(), reference(mai), true);
        engine.shares.share(SYSTEM, DEALS, other.id(), reference(hanoi), false);
        assertEquals(List.of("one"), engine.names(as(mai), ""));
        assertFalse(engine.shares.mayShare(as(mai), DEALS, one.id()));
        RecordData own = engine.deal("name", "own", "owner", mai.id());
        assertFalse(engine.shares.mayShare(as(mai), DEALS, own.id()));
        assertThrows(Forbidden.class, () -> engine.shares.share(as(mai), DEALS, own.id(), reference(lan), false));
        assertThrows(Forbidden.class, () -> engine.shares.list(as(mai), DEALS, one.id()));
        assertThrows(Forbidden.class, () -> engine.shares.offered(as(mai), DEALS, own.id(), "", 10));
        assertTrue(
                engine.records.history(as(mai), DEALS, one.id(), 10, 0).stream()
                        .allMatch(change -> change.fields().stream()
                                .noneMatch(field -> field.field().startsWith("shared"))),
                "with whom it is shared is not told");
    }

    @Test
    void thereAreNoCompanyTotals() {
        RecordData mai = outsider("Mai", "partner", lotus, role("own"));
        assertFalse(engine.explanations.rights(SYSTEM, mai.id()).stream().anyMatch(TypeRights::totals));
    }

    @Test
    void whatIsMadeIsTheirsAndOfTheirCompany() {
        RecordData mai = outsider("Mai", "partner", lotus, role("all"));
        RecordData deal = engine.records.create(as(mai), DEALS, TestEngine.values("name", "mine"));
        assertEquals(lotus.id(), deal.reference("account").id());
        assertEquals(mai.id(), deal.reference("owner").id());
        RecordData emptied =
                engine.records.create(as(mai), DEALS, TestEngine.values("name", "emptied", "account", null));
        assertEquals(lotus.id(), emptied.reference("account").id());

        engine.shares.share(SYSTEM, "accounts", bamboo.id(), reference(mai), true);
        assertEquals(List.of("Bamboo", "Lotus"), names(mai, "accounts"));
        engine.records.create(
                as(mai), "favourites", TestEngine.values("type", "accounts", "record", reference(bamboo)));
        for (Map<String, Object> foreign : List.<Map<String, Object>>of(
                Map.of("name", "x", "account", reference(bamboo)),
                Map.of("name", "x", "owner", reference(lan)),
                Map.of("name", "x", "about", reference(bamboo)))) {
            assertThrows(InvalidRecord.class, () -> engine.records.create(as(mai), DEALS, foreign), foreign.toString());
        }
        RecordData registered = engine.records.create(as(mai), "accounts", TestEngine.values("name", "New"));
        assertNull(registered.reference("parent"), "a company is not below the one that found it");
        RecordData theirs = engine.records.create(
                as(mai), DEALS, TestEngine.values("name", "for New", "account", reference(registered)));
        assertEquals(registered.id(), theirs.reference("account").id());
    }

    @Test
    void nothingIsTakenOverOrGivenAway() {
        RecordData mai = outsider("Mai", "partner", lotus, role("all"));
        RecordData deal = engine.deal("name", "linked", "owner", lan.id(), "account", reference(lotus));
        assertThrows(Forbidden.class, () -> update(mai, deal, Map.of("owner", reference(mai))));
        Map<String, Object> away = new HashMap<>();
        away.put("account", null);
        assertThrows(Forbidden.class, () -> update(mai, deal, away));
        RecordData own = engine.deal("name", "own", "owner", mai.id(), "account", reference(lotus));
        Map<String, Object> nobodys = new HashMap<>();
        nobodys.put("owner", null);
        assertThrows(Forbidden.class, () -> update(mai, own, nobodys));
        assertEquals("better", update(mai, deal, Map.of("name", "better")).text("name"));
    }

    @Test
    void whatIsOnlySharedIsNotPulledIntoTheCompany() {
        RecordData mai = outsider("Mai", "partner", lotus, role("all"));
        RecordData deal = engine.deal("name", "strange", "owner", lan.id(), "account", reference(bamboo));
        engine.shares.share(SYSTEM, DEALS, deal.id(), reference(mai), true);
        assertEquals("better", update(mai, deal, Map.of("name", "better")).text("name"));
        RecordData now = engine.records.get(SYSTEM, DEALS, deal.id());
        assertThrows(Forbidden.class, () -> update(mai, now, Map.of("account", reference(lotus))));
    }

    @Test
    void theirOwnTeamMayBeNamedForWhatTheyMake() {
        RecordData mai = outsider("Mai", "partner", lotus, role("all"));
        RecordData made =
                engine.records.create(as(mai), DEALS, TestEngine.values("name", "made", "team", reference(hanoi)));
        assertEquals(hanoi.id(), ((Reference) made.get("team")).id());
    }

    private RecordData update(RecordData person, RecordData record, Map<String, ?> patch) {
        return engine.records.update(as(person), record.type(), record.id(), record.version(), patch);
    }

    @Test
    void viewsAreTheirOwnAndNobodyElses() {
        RecordData mai = outsider("Mai", "partner", lotus, role("all"));
        engine.create("views", "name", "of all", "type", DEALS, "scope", "all", "owner", lan.id());
        assertEquals(List.of(), names(mai, "views"));
        engine.records.create(as(mai), "views", TestEngine.values("name", "mine", "type", DEALS, "scope", "private"));
        assertEquals(List.of("mine"), names(mai, "views"));
        assertThrows(
                Forbidden.class,
                () -> engine.records.create(
                        as(mai), "views", TestEngine.values("name", "shown", "type", DEALS, "scope", "all")));
    }

    @Test
    void whatPeopleKeepOfACompanyIsNotTheCompanys() {
        RecordData mai = outsider("Mai", "partner", lotus, role("all"));
        engine.records.create(as(lan), "favourites", TestEngine.values("type", "accounts", "record", reference(lotus)));
        assertEquals(
                0, engine.records.list(as(mai), Query.of("favourites")).items().size());
    }

    @Test
    void colleaguesAreNeitherMentionedNorSeenFollowing() {
        RecordData mai = outsider("Mai", "partner", lotus, role("all"));
        RecordData deal = engine.deal("name", "linked", "owner", lan.id(), "account", reference(lotus));
        Comments comments = new RecordComments(
                engine.database,
                engine.types,
                engine.gate,
                engine.feed,
                engine.extensions,
                engine.records,
                engine.messages);
        RecordFollowers followers = new RecordFollowers(engine.database, engine.types, engine.gate, engine.messages);
        followers.follow(as(lan), DEALS, deal.id());
        followers.follow(as(mai), DEALS, deal.id());
        assertEquals(
                List.of("Mai"),
                followers.list(as(mai), DEALS, deal.id()).stream()
                        .map(Reference::label)
                        .toList());
        assertEquals(2, followers.list(as(lan), DEALS, deal.id()).size());
        assertEquals(List.of(), comments.mentionable(as(mai), DEALS, deal.id(), "Lan", 10));
        assertThrows(InvalidRecord.class, () -> comments.add(as(mai), DEALS, deal.id(), "hello", Set.of(lan.id())));
        comments.add(as(lan), DEALS, deal.id(), "hello", Set.of(mai.id()));
        assertEquals(
                "Lan",
                comments.list(as(mai), DEALS, deal.id(), 10, 0).get(0).by().label());
    }

    @Test
    void whatAddsUpRecordsOfOthersIsHidden() {
        RecordData mai = outsider("Mai", "partner", lotus, role("all"));
        Map<String, Object> counting = Map.of("function", "count", "type", DEALS, "by", "account", "filter", "");
        engine.fields.create(
                SYSTEM,
                "accounts",
                TestEngine.values("name", "deals", "label", "Deals", "kind", "rollUp", "rollUp", counting));
        assertEquals(Set.of("deals"), engine.gate.hiddenFields(as(mai), "accounts"));
        assertEquals(Set.of(), engine.gate.hiddenFields(as(lan), "accounts"));
    }

    @Test
    void theReasonIsTheCompanyAndTheRoleGoesNoFartherThanTheGate() {
        RecordData role = role("all");
        RecordData mai = outsider("Mai", "partner", lotus, role);
        RecordData deal = engine.deal("name", "linked", "owner", lan.id(), "account", reference(lotus));
        Explanation explained = engine.explanations.explain(SYSTEM, DEALS, deal.id(), mai.id());
        assertEquals(
                Set.of(new Explanation.Reason(
                        Right.READ,
                        new Reference("roles", role.id(), "all of all"),
                        "linked",
                        Because.LINKED,
                        new Reference("accounts", lotus.id(), "Lotus"))),
                explained.reasons().stream()
                        .filter(reason -> reason.right() == Right.READ)
                        .collect(Collectors.toSet()));
        Map<String, TypeRights> rights = engine.explanations.rights(SYSTEM, mai.id()).stream()
                .collect(Collectors.toMap(TypeRights::type, Function.identity()));
        assertEquals("linked", rights.get(DEALS).scopes().get(Right.DELETE));
        assertEquals(Map.of(Right.READ, "own"), rights.get("users").scopes());
        assertFalse(rights.containsKey("roles"));
    }

    @Test
    void theFirstReferenceThatIsAddedToATypeWithoutOneLeadsToTheCompanyAndHasAnIndex() throws InterruptedException {
        try (TestEngine bare = TestEngine.bare()) {
            RecordData company = bare.create("accounts", "name", "Lotus");
            RecordData reader = bare.user("Mai", null, bare.role("all", line("*", "all", NOTHING, "read")));
            bare.records.update(
                    SYSTEM,
                    "users",
                    reader.id(),
                    reader.version(),
                    Map.of("kind", "partner", "account", reference(company)));
            bare.gate.changed("users");
            for (String name : List.of("supplier", "rival")) {
                bare.fields.create(
                        SYSTEM,
                        "products",
                        TestEngine.values("name", name, "label", name, "kind", "reference", "target", "accounts"));
            }
            bare.create("products", "name", "Bowl", "supplier", reference(company));
            bare.create("products", "name", "Vase", "rival", reference(company));
            bare.create("products", "name", "Cup");
            assertEquals(
                    List.of("Bowl"),
                    bare.records.list(as(reader), Query.of("products")).items().stream()
                            .map(product -> product.text("name"))
                            .toList());
            assertEquals(1, indexes(bare, "supplier"));
            assertEquals(0, indexes(bare, "rival"));
        }
    }

    /** How many there are of the products' column of the field. */
    private static long indexes(TestEngine engine, String field) {
        String column = engine.types
                .stored("products")
                .orElseThrow()
                .require(field)
                .column()
                .name();
        return engine.database.read(connection -> {
            long found = 0;
            try (ResultSet all =
                    connection.getMetaData().getIndexInfo(null, connection.getSchema(), "CORE_PRODUCT", false, true)) {
                while (all.next()) {
                    found += column.equals(all.getString("COLUMN_NAME")) ? 1 : 0;
                }
            }
            return found;
        });
    }

    @Test
    void aChangeOfTheCompanyCountsAtOnce() {
        RecordData mai = outsider("Mai", "customer", lotus, role("linked"));
        deals(lan);
        List<String> before = engine.names(as(mai), "");
        engine.records.update(SYSTEM, "users", mai.id(), mai.version(), Map.of("account", reference(bamboo)));
        engine.gate.changed("users");
        List<String> after = new ArrayList<>(engine.names(as(mai), ""));
        assertEquals(List.of("linked"), before);
        assertEquals(List.of("about", "own"), after);
    }
}
