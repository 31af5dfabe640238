package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.line;
import static org.sencrm.core.record.TestEngine.values;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.SummaryQuery;

/** Ways around the gate that are closed: what is computed, moved, shared, granted twice, or known of other people. */
class GateLimitsTest {

    private static final List<String> NOTHING = List.of();
    private static final String[] ALL_RIGHTS = {"read", "create", "update", "delete"};

    private TestEngine engine;
    private RecordData north;
    private RecordData south;
    private RecordData lan;
    private RecordData mai;
    private RecordData stranger;

    @BeforeEach
    void start() {
        engine = new TestEngine();
        north = engine.team("north", null, null);
        south = engine.team("south", null, null);
        RecordData seller = engine.role("seller", line(DEALS, "team", NOTHING, ALL_RIGHTS));
        lan = engine.user("lan", north, seller);
        mai = engine.user("mai", north, seller);
        stranger = engine.user("stranger", south, seller);
    }

    @AfterEach
    void stop() throws InterruptedException {
        engine.close();
    }

    private RecordData dealOf(RecordData owner) {
        return engine.deal(
                "name",
                "of " + owner.text("name"),
                "owner",
                owner.id(),
                "amount",
                new Money(BigDecimal.TEN, "USD"),
                "hot",
                true);
    }

    private RecordData update(RecordData user, RecordData record, Object... namesAndValues) {
        return engine.records.update(as(user), record.type(), record.id(), record.version(), values(namesAndValues));
    }

    @Test
    void whatIsComputedFromAHiddenFieldIsHiddenWithIt() {
        engine.hook(DEALS, new RecordHook() {
            @Override
            public void beforeSave(Draft draft) {
                draft.set("rating", "big");
            }
        });
        RecordData deal = dealOf(lan);
        RecordData user = engine.user(
                "blind", north, engine.role("blind", line(DEALS, "all", List.of("amount"), "read", "update")));
        Caller caller = as(user);

        assertEquals(Set.of("amount", "rating", "hot"), engine.gate.hiddenFields(caller, DEALS));
        RecordData read = engine.records.get(caller, DEALS, deal.id());
        RecordData listed = engine.records.list(caller, Query.of(DEALS)).items().get(0);
        RecordData written = update(user, deal, "seats", 3);
        for (RecordData seen : List.of(read, listed, written)) {
            assertFalse(seen.values().containsKey("rating"));
            assertFalse(seen.values().containsKey("hot"));
        }
        assertThrows(InvalidRequest.class, () -> engine.names(caller, "rating==big"));
        assertThrows(InvalidRequest.class, () -> engine.names(caller, "hot==true"));
        assertThrows(
                InvalidRequest.class, () -> engine.names(caller, Query.of(DEALS).sortedBy("rating")));
        assertThrows(
                InvalidRequest.class,
                () -> engine.records.summarize(caller, new SummaryQuery(DEALS, "hot", List.of("count"), "", "")));
        assertTrue(engine.records.history(caller, DEALS, deal.id(), 10, 0).stream()
                .flatMap(change -> change.fields().stream())
                .noneMatch(field -> Set.of("rating", "hot").contains(field.field())));
    }

    @Test
    void nobodyMovesARecordBeyondTheirScope() {
        RecordData deal = dealOf(lan);

        assertThrows(Forbidden.class, () -> update(lan, deal, "owner", stranger.id()));
        assertThrows(Forbidden.class, () -> update(lan, deal, "team", south.id()));
        assertThrows(Forbidden.class, () -> update(lan, deal, "owner", stranger.id(), "team", south.id()));
        assertThrows(Forbidden.class, () -> update(mai, deal, "team", null));
        assertEquals(
                lan.id(),
                engine.records.get(as(lan), DEALS, deal.id()).reference("owner").id());

        RecordData handedOver = update(lan, deal, "owner", mai.id());
        assertEquals(mai.id(), handedOver.reference("owner").id());
        assertEquals(north.id(), handedOver.reference("team").id());
    }

    @Test
    void nobodyCreatesARecordInAForeignTeam() {
        Map<String, Object> foreign = Map.of("name", "x", "team", south.id());
        assertThrows(Forbidden.class, () -> engine.records.create(as(lan), DEALS, foreign));
        RecordData own = engine.records.create(as(lan), DEALS, Map.of("name", "x", "team", north.id()));
        assertEquals(north.id(), own.reference("team").id());
    }

    @Test
    void whoeverReachesEverythingMovesAnything() {
        RecordData admin = engine.user("chief", null, engine.create("roles", "name", "chief", "administrator", true));
        RecordData clerk = engine.user("clerk", north, engine.role("clerk", line(DEALS, "all", NOTHING, ALL_RIGHTS)));
        for (RecordData user : List.of(admin, clerk)) {
            RecordData moved = update(user, dealOf(lan), "owner", stranger.id());
            assertEquals(south.id(), moved.reference("team").id());
            engine.records.create(as(user), DEALS, Map.of("name", "x", "team", south.id()));
        }
    }

    @Test
    void aHookMayMoveARecordAnywhere() {
        engine.hook(DEALS, new RecordHook() {
            @Override
            public void beforeSave(Draft draft) {
                if ("won".equals(draft.get("stage"))) {
                    draft.set("owner", stranger.id());
                    draft.set("team", Reference.to("teams", south.id()));
                }
            }
        });
        RecordData deal = dealOf(lan);
        update(lan, deal, "stage", "won");
        assertEquals(
                stranger.id(),
                engine.records.get(SYSTEM, DEALS, deal.id()).reference("owner").id());
    }

    @Test
    void keepingAViewIsFreeAndSharingOneIsGranted() {
        for (String scope : List.of("team", "all")) {
            assertThrows(Forbidden.class, () -> engine.records.create(as(lan), "views", view(scope)));
        }
        assertFalse(engine.gate.mayShare(as(lan), "views"));
        RecordData mine = engine.records.create(as(lan), "views", view("private"));
        assertThrows(Forbidden.class, () -> update(lan, mine, "scope", "all"));
        assertThrows(Forbidden.class, () -> update(lan, mine, "scope", "team"));
        assertThrows(Forbidden.class, () -> update(lan, mine, "owner", mai.id()));
        RecordData renamed = update(lan, mine, "name", "better");
        engine.records.delete(as(lan), "views", mine.id(), renamed.version());

        RecordData editor =
                engine.user("editor", north, engine.role("editor", line("views", "own", NOTHING, ALL_RIGHTS)));
        assertTrue(engine.gate.mayShare(as(editor), "views"));
        assertTrue(engine.gate.mayShare(SYSTEM, "views"));
        assertFalse(engine.gate.mayShare(SYSTEM, "nothing"));
        RecordData shared = engine.records.create(as(editor), "views", view("all"));
        assertEquals(List.of("view"), engine.names(as(stranger), Query.of("views")));
        update(editor, shared, "scope", "team");
        assertEquals(List.of(), engine.names(as(stranger), Query.of("views")));
    }

    @Test
    void whoMayShareNoMoreCanStillTakeBack() {
        RecordData shared = engine.create("views", "name", "view", "type", DEALS, "scope", "all", "owner", lan.id());
        assertThrows(Forbidden.class, () -> update(lan, shared, "name", "other"));
        assertEquals("private", update(lan, shared, "scope", "private").text("scope"));
    }

    private static Map<String, Object> view(String scope) {
        return Map.of("name", "view", "type", DEALS, "scope", scope);
    }

    @Test
    void aNarrowRoleShowsNothingOfWhatAWideOneKeepsBack() {
        RecordData both = engine.user(
                "both",
                north,
                engine.role("own", line(DEALS, "own", NOTHING, "read")),
                engine.role("wide", line(DEALS, "all", List.of("amount"), "read")));
        RecordData mine = dealOf(both);
        RecordData other = dealOf(stranger);
        Caller caller = as(both);

        assertFalse(engine.records.get(caller, DEALS, other.id()).values().containsKey("amount"));
        assertTrue(engine.records.get(caller, DEALS, mine.id()).values().containsKey("amount"));
        assertTrue(engine.records.list(caller, Query.of(DEALS)).items().stream()
                .noneMatch(record -> record.values().containsKey("amount")));
        assertThrows(InvalidRequest.class, () -> engine.names(caller, "amount=gt=1"));
        assertThrows(
                InvalidRequest.class,
                () -> engine.records.summarize(caller, new SummaryQuery(DEALS, null, List.of("sum:amount"), "", "")));
        assertTrue(engine.gate.hiddenFields(caller, DEALS).contains("amount"));
    }

    @Test
    void aRoleOfTheSameReachShowsWhatAnotherKeepsBack() {
        RecordData both = engine.user(
                "both",
                north,
                engine.role("open", line(DEALS, "all", NOTHING, "read")),
                engine.role("wide", line(DEALS, "all", List.of("amount"), "read")));
        dealOf(stranger);
        assertEquals(List.of("of stranger"), engine.names(as(both), "amount=gt=1"));
        assertEquals(Set.of(), engine.gate.hiddenFields(as(both), DEALS));
    }

    @Test
    void ofOtherPeopleOneKnowsNameAndTeam() {
        RecordData role = engine.role("secret role", line(DEALS, "own", NOTHING, "read"));
        RecordData boss = engine.create(
                "users",
                "name",
                "Boss",
                "userName",
                "boss",
                "email",
                "boss@example.com",
                "phone",
                "0901234567",
                "active",
                true,
                "team",
                south.id(),
                "roles",
                List.of(role.id()),
                "externalId",
                "hr-7");
        Caller caller = as(lan);

        Map<String, Object> seen =
                new HashMap<>(engine.records.get(caller, "users", boss.id()).values());
        assertEquals(Set.of("id", "name", "team"), seen.keySet());
        assertEquals("Boss", seen.get("name"));
        RecordData listed = engine.records
                .list(caller, Query.of("users").where("name==Boss"))
                .items()
                .get(0);
        assertEquals(Set.of("id", "name", "team"), listed.values().keySet());
        for (String field : List.of("userName", "email", "phone", "roles", "active", "kind", "externalId", "owner")) {
            assertThrows(
                    InvalidRequest.class,
                    () -> engine.records.list(caller, Query.of("users").reading(field)));
        }
        assertThrows(InvalidRequest.class, () -> engine.names(caller, "owner.email==boss*"));
        assertEquals(List.of(), engine.names(caller, Query.of("users").matching("0901234567")));
        assertEquals(
                List.of("Boss"),
                engine.names(caller, Query.of("users").matching("bos").sortedBy("name")));
        assertEquals(List.of(), engine.search.find(caller, "0901234567", 10));
        assertTrue(engine.records.history(caller, "users", boss.id(), 10, 0).stream()
                .flatMap(change -> change.fields().stream())
                .allMatch(field -> Set.of("name", "team").contains(field.field())));
    }

    @Test
    void ofOneselfOneKnowsEverythingAndWithAGrantOfAllItReaches() {
        assertEquals("lan", engine.records.get(as(lan), "users", lan.id()).text("userName"));
        RecordData personnel =
                engine.user("personnel", north, engine.role("personnel", line("users", "all", NOTHING, "read")));
        assertEquals("mai", engine.records.get(as(personnel), "users", mai.id()).text("userName"));
        assertEquals(
                List.of("mai"), engine.names(as(personnel), Query.of("users").where("userName==mai")));
        RecordData leader =
                engine.user("leader", north, engine.role("leader", line("users", "team", NOTHING, "read", "update")));
        assertEquals("mai", engine.records.get(as(leader), "users", mai.id()).text("userName"));
        assertEquals("0900000001", update(leader, mai, "phone", "0900000001").text("phone"));
        assertFalse(
                engine.records.get(as(leader), "users", stranger.id()).values().containsKey("userName"));
    }

    @Test
    void aColleagueIsMeantByAnExternalIdThatIsNotShown() {
        RecordData an = engine.create(
                "users", "name", "An", "userName", "an", "active", true, "team", north.id(), "externalId", "hr-8");
        RecordData deal =
                engine.records.create(as(lan), DEALS, Map.of("name", "x", "owner", Map.of("externalId", "hr-8")));
        assertEquals(an.id(), deal.reference("owner").id());
        assertThrows(
                InvalidRecord.class,
                () -> engine.records.create(
                        as(lan), DEALS, Map.of("name", "x", "owner", Map.of("externalId", "hr-9"))));
    }
}
