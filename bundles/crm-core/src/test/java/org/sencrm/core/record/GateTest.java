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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.model.GrantChoices;

/** Teams: north (managed by boss) with hanoi and below it docks; south. One deal for each seller. */
class GateTest {

    private static final List<String> NOTHING = List.of();
    private static final String[] ALL_RIGHTS = {"read", "create", "update", "delete"};

    private static TestEngine engine;
    private static RecordData north;
    private static RecordData hanoi;
    private static RecordData own;
    private static RecordData team;
    private static RecordData boss;
    private static RecordData everything;
    private static RecordData admin;
    private static RecordData stranger;
    private static RecordData half;
    private static RecordData secretive;
    private static RecordData dealOfOwn;
    private static RecordData dealOfSouth;

    @BeforeAll
    static void start() {
        engine = new TestEngine();
        RecordData south = engine.team("south", null, null);
        boss = engine.user("boss", null, engine.role("subtree", line(DEALS, "subtree", NOTHING, ALL_RIGHTS)));
        north = engine.team("north", null, boss);
        hanoi = engine.team("hanoi", north, null);
        RecordData docks = engine.team("docks", hanoi, null);
        own = engine.user(
                "own",
                hanoi,
                engine.role("own", line(DEALS, "own", NOTHING, ALL_RIGHTS), line("views", "own", NOTHING, ALL_RIGHTS)));
        team = engine.user("team", hanoi, engine.role("team", line(DEALS, "team", NOTHING, "read", "update")));
        everything = engine.user("everything", south, engine.role("reader", line("*", "all", NOTHING, "read")));
        admin = engine.user("admin2", null, engine.create("roles", "name", "chief", "administrator", true));
        stranger = engine.user("stranger", hanoi);
        RecordData denying = engine.role("denying", line(DEALS, "all", List.of("secret", "amount"), "read", "update"));
        secretive = engine.user("secretive", south, denying);
        half = engine.user(
                "half", south, denying, engine.role("denying less", line(DEALS, "own", List.of("amount"), "read")));
        dealOfOwn = dealOf(own);
        dealOf(team);
        dealOf(engine.user("dock worker", docks));
        dealOfSouth = dealOf(everything);
        dealOf(boss);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.close();
    }

    private static RecordData dealOf(RecordData owner) {
        return engine.deal(
                "name",
                "of " + owner.text("name"),
                "owner",
                owner.id(),
                "secret",
                "hush",
                "stage",
                "won",
                "amount",
                new Money(BigDecimal.TEN, "USD"));
    }

    private static List<String> seenBy(RecordData user) {
        return engine.names(as(user), "");
    }

    @Test
    void aScopeShowsWhatItSays() {
        assertEquals(List.of("of own"), seenBy(own));
        assertEquals(List.of("of own", "of team"), seenBy(team));
        assertEquals(List.of("of boss", "of dock worker", "of own", "of team"), seenBy(boss));
        assertEquals(5, seenBy(everything).size());
        assertEquals(5, seenBy(admin).size());
        assertThrows(NotFound.class, () -> seenBy(stranger));
    }

    @Test
    void theTeamOfARecordIsThatOfItsOwner() {
        assertEquals(hanoi.id(), dealOfOwn.reference("team").id());
        assertEquals("hanoi", dealOfOwn.reference("team").label());
    }

    @Test
    void countsAndTotalsPassTheSameGate() {
        assertEquals(1, engine.records.count(as(own), Query.of(DEALS)));
        assertEquals(2, engine.records.count(as(team), Query.of(DEALS).where("stage==won")));
        SummaryQuery query = new SummaryQuery(DEALS, "stage", List.of("count", "sum:amount"), "", "");
        assertEquals(2, engine.records.summarize(as(team), query).total().count());
        assertEquals(
                "20",
                ((Money) engine.records
                                .summarize(as(team), query)
                                .total()
                                .measures()
                                .get("sum:amount"))
                        .amount()
                        .toPlainString());
    }

    @Test
    void whatMayNotBeSeenIsNotThereAndWhatMayNotBeDoneIsForbidden() {
        assertThrows(NotFound.class, () -> engine.records.get(as(own), DEALS, dealOfSouth.id()));
        assertThrows(
                NotFound.class,
                () -> engine.records.update(
                        as(own), DEALS, dealOfSouth.id(), dealOfSouth.version(), Map.of("name", "x")));
        assertThrows(NotFound.class, () -> engine.records.history(as(own), DEALS, dealOfSouth.id(), 10, 0));
        assertThrows(NotFound.class, () -> engine.records.timeline(as(own), DEALS, dealOfSouth.id(), 10, null));
        assertThrows(NotFound.class, () -> engine.records.actions(as(own), DEALS, dealOfSouth.id()));
        assertThrows(NotFound.class, () -> engine.records.delete(as(own), DEALS, dealOfSouth.id(), 1));
        assertThrows(
                Forbidden.class,
                () -> engine.records.update(
                        as(everything), DEALS, dealOfOwn.id(), dealOfOwn.version(), Map.of("name", "x")));
        assertThrows(Forbidden.class, () -> engine.records.delete(as(team), DEALS, dealOfOwn.id(), 1));
        assertThrows(Forbidden.class, () -> engine.records.create(as(team), DEALS, Map.of("name", "x")));
        assertThrows(NotFound.class, () -> engine.records.create(as(stranger), DEALS, Map.of("name", "x")));
    }

    @Test
    void nobodyCreatesRecordsBeyondTheirScope() {
        assertThrows(
                Forbidden.class, () -> engine.records.create(as(own), DEALS, Map.of("name", "x", "owner", boss.id())));
        RecordData mine = engine.records.create(as(own), DEALS, Map.of("name", "mine"));
        assertEquals(own.id(), mine.reference("owner").id());
        engine.records.delete(as(own), DEALS, mine.id(), mine.version());
    }

    @Test
    void aDeniedFieldIsAbsentEverywhere() {
        Caller caller = as(secretive);
        RecordData seen = engine.records.get(caller, DEALS, dealOfOwn.id());
        assertFalse(seen.values().containsKey("secret"));
        assertFalse(seen.values().containsKey("amount"));
        assertEquals(Set.of("secret", "amount", "rating", "hot"), engine.gate.hiddenFields(caller, DEALS));
        for (String filter : List.of("secret==hush", "secret==h*", "amount=gt=1", "amount=isnull=false")) {
            assertThrows(InvalidRequest.class, () -> engine.names(caller, filter));
        }
        assertThrows(
                InvalidRequest.class, () -> engine.names(caller, Query.of(DEALS).sortedBy("amount")));
        assertThrows(
                InvalidRequest.class, () -> engine.names(caller, Query.of(DEALS).reading("secret")));
        assertThrows(
                InvalidRequest.class,
                () -> engine.records.summarize(caller, new SummaryQuery(DEALS, "secret", List.of("count"), "", "")));
        assertThrows(
                InvalidRequest.class,
                () -> engine.records.summarize(caller, new SummaryQuery(DEALS, null, List.of("sum:amount"), "", "")));
        assertEquals(List.of(), engine.names(caller, Query.of(DEALS).matching("hush")));
        assertEquals(List.of("of own"), engine.names(caller, Query.of(DEALS).matching("own")));
        assertEquals(List.of(), engine.search.find(caller, "hush", 10));
        InvalidRecord refused = assertThrows(
                InvalidRecord.class,
                () -> engine.records.update(caller, DEALS, dealOfOwn.id(), 1, Map.of("secret", "guess")));
        assertEquals("unknownField", refused.errors().get(0).code());
        for (Change change : engine.records.history(caller, DEALS, dealOfOwn.id(), 10, 0)) {
            assertTrue(change.fields().stream()
                    .noneMatch(field -> Set.of("secret", "amount").contains(field.field())));
        }
    }

    @Test
    void aFieldIsHiddenWhereEveryRoleThatReachesTheRecordDeniesIt() {
        RecordData seen = engine.records.get(as(half), DEALS, dealOfOwn.id());
        assertFalse(seen.values().containsKey("secret"));
        RecordData mine = dealOf(half);
        seen = engine.records.get(as(half), DEALS, mine.id());
        assertEquals("hush", seen.get("secret"));
        assertFalse(seen.values().containsKey("amount"));
        engine.records.delete(SYSTEM, DEALS, mine.id(), mine.version());
    }

    @Test
    void aPathLeadsBehindTheGateOfItsTarget() {
        RecordData account = engine.create("accounts", "name", "Sen", "owner", boss.id());
        RecordData deal = engine.records.create(
                SYSTEM, DEALS, Map.of("name", "path", "account", account.id(), "owner", own.id()));
        assertThrows(InvalidRequest.class, () -> engine.names(as(own), "account.name==Sen"));
        assertNull(engine.records
                .get(as(own), DEALS, deal.id())
                .reference("account")
                .label());
        assertEquals(List.of("path"), engine.names(as(everything), "account.name==Sen"));
        assertEquals(List.of("path"), engine.names(as(own), "owner.name==own;name==path"));
        InvalidRecord refused = assertThrows(
                InvalidRecord.class,
                () -> engine.records.create(as(own), DEALS, Map.of("name", "x", "account", account.id())));
        assertEquals("unknownReference", refused.errors().get(0).code());
        engine.records.delete(SYSTEM, DEALS, deal.id(), deal.version());
    }

    @Test
    void administrativeTypesAreNotMeantByTheStar() {
        assertThrows(NotFound.class, () -> engine.records.list(as(everything), Query.of("roles")));
        assertTrue(engine.records.count(as(admin), Query.of("roles")) > 3);
        assertTrue(engine.records.count(as(stranger), Query.of("users")) > 3);
        assertThrows(
                Forbidden.class,
                () -> engine.records.update(
                        as(everything), "users", stranger.id(), stranger.version(), Map.of("email", "x@example.com")));
    }

    @Test
    void theGateNoticesAtOnceWhatChanges() {
        RecordData role = engine.role("short lived", line(DEALS, "all", NOTHING, "read"));
        RecordData user = engine.user("visitor", null, role);
        assertEquals(5, seenBy(user).size());
        engine.records.update(
                SYSTEM,
                "roles",
                role.id(),
                role.version(),
                Map.of("permissions", List.of(line(DEALS, "own", NOTHING, "read"))));
        assertEquals(0, seenBy(user).size());
        engine.records.update(SYSTEM, "users", user.id(), user.version(), Map.of("active", false));
        assertThrows(NotFound.class, () -> seenBy(user));
        assertThrows(NotFound.class, () -> engine.records.list(as(user), Query.of("users")));
        assertFalse(engine.gate.may(as(user), Right.READ, DEALS));
    }

    @Test
    void rightsThatWereRolledBackWereNeverThere() {
        RecordData role = engine.role("unborn", line(DEALS, "own", NOTHING, "read"));
        RecordData user = engine.user("unlucky", null, role);
        assertThrows(
                IllegalStateException.class,
                () -> engine.records.inTransaction(() -> {
                    engine.records.update(SYSTEM, "roles", role.id(), role.version(), Map.of("administrator", true));
                    engine.gate.rights(as(user));
                    throw new IllegalStateException();
                }));
        assertFalse(engine.gate.isAdministrator(as(user)));
    }

    @Test
    void viewsAreSharedAsTheirAuthorsWish() {
        Caller author = as(own);
        for (String scope : List.of("private", "team", "all")) {
            engine.records.create(author, "views", Map.of("name", scope, "type", DEALS, "scope", scope));
        }
        Query views = Query.of("views").sortedBy("name");
        assertEquals(List.of("all", "private", "team"), engine.names(author, views));
        assertEquals(List.of("all", "team"), engine.names(as(team), views));
        assertEquals(
                List.of("all"),
                engine.names(as(boss), views.where("scope!=private")).subList(0, 1));
        assertEquals(List.of("all"), engine.names(as(secretive), views));
        RecordData shared = engine.records.list(as(team), views).items().get(0);
        assertThrows(
                Forbidden.class,
                () -> engine.records.update(as(team), "views", shared.id(), shared.version(), Map.of("name", "mine")));
        assertEquals("all", engine.records.get(as(team), "views", shared.id()).get("name"));
    }

    @Test
    void accessTellsScreensTheSame() {
        Access access = engine.gate;
        assertTrue(access.may(as(own), Right.DELETE, DEALS));
        assertFalse(access.may(as(team), Right.DELETE, DEALS));
        assertFalse(access.may(as(own), Right.READ, "nope"));
        assertTrue(access.mayUpdate(as(own), DEALS, dealOfOwn.id()));
        assertFalse(access.mayUpdate(as(own), DEALS, dealOfSouth.id()));
        assertTrue(access.mayUpdate(SYSTEM, DEALS, dealOfSouth.id()));
        Access.Profile profile = access.profile(as(boss));
        assertEquals("boss", profile.userName());
        assertEquals(List.of(new Reference("teams", north.id(), "north")), profile.teams());
        assertEquals(
                List.of("read", "create", "update", "delete"),
                profile.permissions().get(DEALS));
        assertEquals(List.of("read"), profile.permissions().get("users"));
        assertFalse(profile.permissions().containsKey("accounts"));
        assertTrue(access.isAdministrator(as(admin)));
    }

    @Test
    void whatIsListedForAnotherRightIsWithinTheReachOfBoth() {
        RecordData exporter = engine.user(
                "exporter",
                hanoi,
                engine.role("export own", line(DEALS, "all", NOTHING, "read"), line(DEALS, "own", NOTHING, "export")));
        dealOf(exporter);
        assertEquals(6, seenBy(exporter).size());
        assertEquals(
                List.of("of exporter"),
                engine.records.list(as(exporter), Right.EXPORT, Query.of(DEALS)).items().stream()
                        .map(record -> record.text("name"))
                        .toList());
        RecordData wide = engine.user(
                "wide",
                hanoi,
                engine.role("export all", line(DEALS, "own", NOTHING, "read"), line(DEALS, "all", NOTHING, "export")));
        assertEquals(
                List.of(),
                engine.records.list(as(wide), Right.EXPORT, Query.of(DEALS)).items());
        assertThrows(Forbidden.class, () -> engine.records.list(as(team), Right.EXPORT, Query.of(DEALS)));
        assertThrows(NotFound.class, () -> engine.records.list(as(stranger), Right.EXPORT, Query.of(DEALS)));
        engine.records.delete(
                SYSTEM,
                DEALS,
                engine.records
                        .list(as(exporter), Right.EXPORT, Query.of(DEALS))
                        .items()
                        .get(0)
                        .id(),
                1);
    }

    @Test
    void anImportReachesNoFurtherThanTheRightToImport() {
        RecordData importer = engine.user(
                "importer",
                hanoi,
                engine.role(
                        "import own",
                        line(DEALS, "all", NOTHING, "read", "create", "update"),
                        line(DEALS, "own", NOTHING, "import")));
        Caller importing = as(importer).through("import");
        RecordData mine = engine.records.create(importing, DEALS, Map.of("name", "mine"));
        engine.records.update(importing, DEALS, mine.id(), 1, Map.of("seats", 2));
        Map<String, Object> ofTheBoss = Map.of("name", "not mine", "owner", boss.id());
        assertThrows(Forbidden.class, () -> engine.records.create(importing, DEALS, ofTheBoss));
        RecordData notMine = engine.records.create(as(importer), DEALS, ofTheBoss);
        assertThrows(
                Forbidden.class, () -> engine.records.update(importing, DEALS, notMine.id(), 1, Map.of("seats", 2)));
        engine.records.update(as(importer), DEALS, notMine.id(), 1, Map.of("seats", 2));
        engine.records.delete(SYSTEM, DEALS, notMine.id(), 2);
        engine.records.delete(SYSTEM, DEALS, mine.id(), 2);
    }

    @Test
    void aPermissionOfAModuleComesByARoleAndStaysWhileTheModuleIsAway() {
        GrantChoices choices = new GrantChoices(engine.messages);
        choices.add("key", new String[] {"acme.lookup", "acme.other"});
        engine.extensions.choices().add(Contribution.of(choices, Map.of(ChoiceSource.FIELD, "roles.grants")));
        RecordData role = engine.create("roles", "name", "Lookup", "grants", List.of("acme.lookup"));
        RecordData boss = engine.create("roles", "name", "Boss", "administrator", true);
        Caller minh = TestEngine.as(engine.user("Minh", null, role));
        Caller administrator = TestEngine.as(engine.user("Anh", null, boss));
        Caller nobody = TestEngine.as(engine.user("Nga", null));

        assertTrue(engine.gate.allows(minh, "acme.lookup"));
        assertFalse(engine.gate.allows(minh, "acme.other"));
        assertTrue(engine.gate.allows(administrator, "acme.other"));
        assertTrue(engine.gate.allows(TestEngine.SYSTEM, "acme.other"));
        assertFalse(engine.gate.allows(nobody, "acme.lookup"));
        assertThrows(
                InvalidRecord.class,
                () -> engine.create("roles", "name", "Wrong", "grants", List.of("nobody.declares")));

        choices.add("key", null);
        engine.records.update(TestEngine.SYSTEM, "roles", role.id(), 1, Map.of("name", "Renamed"));
        assertTrue(engine.gate.allows(minh, "acme.lookup"));
        engine.records.update(TestEngine.SYSTEM, "roles", role.id(), 2, Map.of("grants", List.of()));
        assertFalse(engine.gate.allows(minh, "acme.lookup"));
    }
}
