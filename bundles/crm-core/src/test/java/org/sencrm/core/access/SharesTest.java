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

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.access.Share;
import org.sencrm.api.access.Shares;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.api.talk.Notification;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.store.Sql;
import org.sencrm.core.talk.StoredNotifications;

/** Lan and Minh have only what is their own; Lan shares a deal with Minh, or with the team of Minh. */
class SharesTest {

    private static final List<String> NOTHING = List.of();
    private static final String[] ALL_RIGHTS = {"read", "create", "update", "delete", "export"};

    private static final SummaryQuery STAGES = new SummaryQuery(DEALS, "stage", List.of("count"), "", "");

    private TestEngine engine;
    private RecordData south;
    private RecordData lan;
    private RecordData minh;
    private Caller owner;
    private Caller guest;
    private RecordData deal;

    @BeforeEach
    void start() {
        engine = new TestEngine();
        RecordData own = engine.role("own", line(DEALS, "own", List.of("amount"), ALL_RIGHTS));
        lan = engine.user("Lan", engine.team("north", null, null), own);
        south = engine.team("south", null, null);
        minh = engine.user("Minh", south, own);
        owner = as(lan);
        guest = as(minh);
        deal = engine.deal(
                "name", "Lotus", "amount", new Money(BigDecimal.valueOf(5), "VND"), "stage", "open", "owner", lan.id());
        engine.deal("name", "Other", "owner", lan.id());
    }

    @AfterEach
    void stop() throws InterruptedException {
        engine.close();
    }

    private Share share(RecordData with, boolean mayChange) {
        return engine.shares.share(owner, DEALS, deal.id(), reference(with), mayChange);
    }

    private void takeBack(Share share) {
        engine.shares.takeBack(owner, DEALS, deal.id(), share.id());
    }

    /** Each way on which somebody could come upon the deal, and whether it leads there. */
    private Map<String, Boolean> ways(Caller caller) {
        Map<String, Boolean> ways = new HashMap<>();
        Query all = Query.of(DEALS);
        ways.put("list", engine.names(caller, "").contains("Lotus"));
        ways.put("filter", engine.names(caller, "name==Lotus").contains("Lotus"));
        ways.put("count", engine.records.count(caller, all) == 1);
        ways.put("countUpTo", engine.records.countUpTo(caller, all, 10) == 1);
        ways.put("summary", engine.records.summarize(caller, STAGES).total().count() == 1);
        ways.put("quick search", engine.names(caller, all.matching("lot")).contains("Lotus"));
        ways.put("search", !engine.search.find(caller, "lotus", 10).isEmpty());
        ways.put(
                "export",
                !engine.records.list(caller, Right.EXPORT, all).items().isEmpty());
        ways.put("get", succeeds(() -> engine.records.get(caller, DEALS, deal.id())));
        ways.put("history", succeeds(() -> engine.records.history(caller, DEALS, deal.id(), 10, 0)));
        ways.put("timeline", succeeds(() -> engine.records.timeline(caller, DEALS, deal.id(), 10, null)));
        ways.put("actions", succeeds(() -> engine.records.actions(caller, DEALS, deal.id())));
        return ways;
    }

    private static boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (NotFound hidden) {
            return false;
        }
    }

    private void assertAll(boolean leads) {
        ways(guest).forEach((way, led) -> assertEquals(leads, led, way));
    }

    @Test
    void aSharedRecordIsFoundOnEveryWayUntilItIsTakenBack() {
        assertAll(false);
        Share share = share(minh, false);
        assertAll(true);
        assertEquals(List.of("Lotus"), engine.names(guest, ""));
        takeBack(share);
        assertAll(false);
    }

    @Test
    void aTeamIsWhoeverBelongsToItAtTheTime() {
        Share share = share(south, false);
        assertAll(true);
        engine.records.update(SYSTEM, "users", minh.id(), minh.version(), map("team", null));
        assertAll(false);
        engine.records.update(SYSTEM, "users", minh.id(), minh.version() + 1, map("teams", List.of(reference(south))));
        assertAll(true);
        takeBack(share);
        assertAll(false);
    }

    @Test
    void aLabelIsShownOfASharedRecordOnly() {
        RecordData accounts = engine.role("accounts", line("accounts", "own", NOTHING, "read", "update"));
        engine.records.update(
                SYSTEM,
                "users",
                minh.id(),
                minh.version(),
                Map.of("roles", List.of(reference(accounts), roleOf(minh))));
        engine.records.update(
                SYSTEM, "users", lan.id(), lan.version(), Map.of("roles", List.of(reference(accounts), roleOf(lan))));
        RecordData account = engine.create("accounts", "name", "Sen", "owner", lan.id());
        RecordData mine = engine.deal("name", "Mine", "owner", minh.id(), "account", reference(account));
        assertNull(label(mine));
        assertEquals(List.of(), engine.names(guest, "account.name==Sen"));
        Share share = engine.shares.share(owner, "accounts", account.id(), reference(minh), false);
        assertEquals("Sen", label(mine));
        assertEquals(List.of("Mine"), engine.names(guest, "account.name==Sen"));
        engine.shares.takeBack(owner, "accounts", account.id(), share.id());
        assertNull(label(mine));
    }

    private static Reference roleOf(RecordData user) {
        return (Reference) ((List<?>) user.get("roles")).get(0);
    }

    private String label(RecordData mine) {
        return ((Reference) engine.records.get(guest, DEALS, mine.id()).get("account")).label();
    }

    @Test
    void whoMayReadItMayNotChangeItUnlessTheShareSaysSo() {
        share(minh, false);
        assertThrows(Forbidden.class, () -> rename(guest));
        assertFalse(engine.gate.mayUpdate(guest, DEALS, deal.id()));
        Share widened = share(minh, true);
        assertEquals(1, engine.shares.list(owner, DEALS, deal.id()).size());
        assertTrue(widened.mayChange());
        rename(guest);
        assertTrue(engine.gate.mayUpdate(guest, DEALS, deal.id()));
        share(minh, false);
        assertThrows(Forbidden.class, () -> rename(guest));
    }

    private RecordData rename(Caller caller) {
        long version = engine.records.get(SYSTEM, DEALS, deal.id()).version();
        return engine.records.update(caller, DEALS, deal.id(), version, Map.of("stage", "won"));
    }

    @Test
    void aShareDoesNotDeleteGiveAwayOrShareOn() {
        share(minh, true);
        assertThrows(Forbidden.class, () -> engine.records.delete(guest, DEALS, deal.id(), 1));
        assertThrows(Forbidden.class, () -> give("owner", minh));
        assertThrows(Forbidden.class, () -> give("team", south));
        assertThrows(Forbidden.class, () -> engine.shares.share(guest, DEALS, deal.id(), reference(south), false));
        Share own = engine.shares.list(guest, DEALS, deal.id()).get(0);
        assertThrows(Forbidden.class, () -> engine.shares.takeBack(guest, DEALS, deal.id(), own.id()));
        assertFalse(engine.shares.mayShare(guest, DEALS, deal.id()));
        assertTrue(engine.shares.mayShare(owner, DEALS, deal.id()));
    }

    private void give(String field, RecordData to) {
        engine.records.update(guest, DEALS, deal.id(), 1, Map.of(field, reference(to)));
    }

    @Test
    void aShareGivesNoRightAndShowsNoField() {
        RecordData reader = engine.role("reader", line(DEALS, "own", NOTHING, "read"));
        RecordData reads = engine.user("Reads", south, reader);
        share(reads, true);
        assertThrows(Forbidden.class, () -> rename(as(reads)));
        share(minh, true);
        assertNull(engine.records.get(guest, DEALS, deal.id()).get("amount"));
        assertEquals(Set.of("amount", "rating", "hot"), engine.gate.hiddenFields(guest, DEALS));
    }

    @Test
    void whatOnlySomeRolesShowOfTheirOwnRecordsIsNotShownOfASharedOne() {
        RecordData ofTeam = engine.role("team", line(DEALS, "team", List.of("secret"), "read"));
        RecordData both = engine.user("Both", south, ofTeam, engine.role("mine", line(DEALS, "own", NOTHING, "read")));
        engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("secret", "mật"));
        share(both, false);
        assertNull(engine.records.get(as(both), DEALS, deal.id()).get("secret"));
    }

    @Test
    void onlyThoseWhoMayChangeItByTheirRolesShareAndOnlyWithPeopleWhoMaySeeTheType() {
        assertThrows(NotFound.class, () -> engine.shares.share(guest, DEALS, deal.id(), reference(south), false));
        RecordData none = engine.user("None", south);
        RecordData gone = engine.create("users", "name", "Gone", "userName", "gone", "active", false);
        for (Reference with : List.of(
                reference(none),
                reference(gone),
                Reference.to("users", 999),
                Reference.to("teams", 999),
                reference(deal))) {
            InvalidRecord refused =
                    assertThrows(InvalidRecord.class, () -> engine.shares.share(owner, DEALS, deal.id(), with, false));
            assertEquals("with", refused.errors().get(0).field());
        }
        Fault notThisWay = assertThrows(
                Forbidden.class, () -> engine.shares.share(SYSTEM, "users", lan.id(), reference(minh), false));
        assertEquals(engine.messages.text(SYSTEM.locale(), "fault.share.type"), notThisWay.getMessage());
        assertEquals(List.of(), engine.shares.list(owner, DEALS, deal.id()));
    }

    @Test
    void thoseAreOfferedWithWhomItCanBeShared() {
        engine.user("Minh Anh", south);
        engine.team("Minh Khai", null, null);
        assertEquals(List.of("Minh", "Minh Khai"), labels(engine.shares.offered(owner, DEALS, deal.id(), "minh", 10)));
        assertEquals(
                List.of("Administrator", "Lan", "Minh", "Minh Khai", "north", "south"),
                labels(engine.shares.offered(owner, DEALS, deal.id(), "", 50)));
        assertThrows(NotFound.class, () -> engine.shares.offered(guest, DEALS, deal.id(), "", 50));
    }

    private static List<String> labels(List<Reference> references) {
        return references.stream().map(Reference::label).toList();
    }

    @Test
    void theHistoryTellsWhoSharedItWithWhom() {
        takeBack(share(minh, false));
        List<Change> changes = engine.records.history(owner, DEALS, deal.id(), 2, 0);
        assertEquals(
                List.of(new Change.FieldChange(Shares.TO_READ, named(minh), null)),
                changes.get(0).fields());
        assertEquals(
                List.of(new Change.FieldChange(Shares.TO_READ, null, named(minh))),
                changes.get(1).fields());
        assertEquals("Lan", changes.get(1).by().label());
    }

    private static Reference named(RecordData user) {
        return new Reference("users", user.id(), user.text("name"));
    }

    @Test
    void whomItIsSharedWithIsTold() {
        StoredNotifications notifications =
                new StoredNotifications(engine.database, engine.types, engine.gate, engine.extensions, engine.messages);
        share(minh, false);
        share(minh, true);
        RecordData mate = engine.user("Mate", south, engine.role("mate", line(DEALS, "own", NOTHING, "read")));
        share(south, false);
        assertEquals(List.of("Lotus", "Lotus"), told(notifications, guest));
        assertEquals(List.of("Lotus"), told(notifications, as(mate)));
        assertEquals(List.of(), told(notifications, owner));
    }

    private static List<String> told(StoredNotifications notifications, Caller caller) {
        return notifications.list(caller, 10).stream()
                .filter(told -> told.kind() == Notification.Kind.SHARED)
                .map(told -> told.record().label())
                .toList();
    }

    @Test
    void nothingIsLeftOfWhatIsPurged() {
        share(minh, true);
        share(south, true);
        engine.records.delete(SYSTEM, "users", minh.id(), minh.version());
        engine.records.purge(SYSTEM, "users", minh.id(), minh.version() + 1);
        assertEquals(1, rows());
        engine.records.delete(SYSTEM, DEALS, deal.id(), 1);
        assertEquals(1, rows());
        engine.records.purge(SYSTEM, DEALS, deal.id(), 2);
        assertEquals(0, rows());
    }

    private long rows() {
        return engine.database.read(
                connection -> Sql.of("select count(*) from CORE_SHARE").first(connection, row -> row.getLong(1)));
    }

    @Test
    void whoHasNothingSharedPaysNothing() {
        share(minh, false);
        engine.names(owner, "");
        engine.database.statements();
        engine.names(owner, "");
        assertFalse(engine.database.statements().stream().anyMatch(text -> text.contains("CORE_SHARE")));
        engine.names(guest, "");
        assertTrue(engine.database.statements().stream().anyMatch(text -> text.contains("CORE_SHARE")));
    }

    private static Map<String, Object> map(String name, Object value) {
        Map<String, Object> map = new HashMap<>();
        map.put(name, value);
        return map;
    }
}
