package org.sencrm.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.line;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.ClientAddress;
import org.sencrm.api.access.Share;
import org.sencrm.api.audit.AuditEntry;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.audit.AuditQuery;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.record.TestEngine;

/** What is written down, who reads it and how. */
class TrailTest {

    private TrailBench bench;
    private TestEngine engine;
    private RecordData seller;

    @BeforeEach
    void start() {
        bench = new TrailBench();
        engine = bench.engine;
        seller = engine.user(
                "seller",
                null,
                engine.role("sellers", line(TestEngine.DEALS, "own", List.of(), "read", "create", "update")));
        engine.feed.bind(new AuditWitness(engine.local, engine.audit));
    }

    @AfterEach
    void stop() throws InterruptedException {
        bench.close();
    }

    private AuditEntry last(String kind) {
        return bench.trail.find(SYSTEM, AuditQuery.newest(1).ofKind(kind)).get(0);
    }

    @Test
    void anEntryTellsWhoWhatWhenAndFromWhere() {
        Instant before = Instant.now().minusMillis(1);
        try (ClientAddress.Serving serving = ClientAddress.serving("192.0.2.7")) {
            bench.trail.note(
                    TestEngine.as(seller),
                    AuditEvent.of("test.sent").on("deals", 5).with("lines", 12));
        }
        AuditEntry entry = last("test.sent");
        assertEquals(seller.id(), entry.user());
        assertEquals("seller", entry.userName());
        assertEquals("192.0.2.7", entry.address());
        assertEquals("rest", entry.through());
        assertEquals("deals", entry.type());
        assertEquals("5", entry.subject());
        assertEquals(Map.of("lines", 12), entry.details());
        assertTrue(
                entry.at().isAfter(before) && entry.at().isBefore(Instant.now().plusSeconds(1)));
        assertEquals(null, ClientAddress.served(), "the thread works for nobody any more");
    }

    @Test
    void nobodyReadsItWithoutTheRight() {
        Caller other = TestEngine.as(seller);
        bench.note("test.event");
        assertThrows(Forbidden.class, () -> bench.trail.find(other, AuditQuery.newest(1)));
        assertThrows(Forbidden.class, () -> bench.trail.verify(other, null));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThrows(Forbidden.class, () -> bench.trail.write(other, AuditQuery.newest(1), file));
        assertEquals(0, file.size());
        assertFalse(bench.kinds().contains("audit.exported"));
    }

    @Test
    void anAuditorNeedsNoOtherRight() {
        Caller auditor = bench.asAuditor();
        bench.note("test.event");
        assertFalse(engine.gate.isAdministrator(auditor));
        assertEquals(
                "test.event",
                bench.trail
                        .find(auditor, AuditQuery.newest(1).ofKind("test.event"))
                        .get(0)
                        .kind());
        assertTrue(bench.trail.verify(auditor, null).isWhole());
        Caller nobody = TestEngine.as(engine.user("nobody", null));
        assertEquals(
                engine.gate.profile(nobody).permissions(),
                engine.gate.profile(auditor).permissions());
        assertEquals(auditor.userId(), last("audit.read").user());
    }

    @Test
    void changesOfRightsAreEntriesOfTheirOwn() {
        RecordData role = engine.role("readers", line(TestEngine.DEALS, "all", List.of(), "read"));
        engine.records.update(SYSTEM, "users", seller.id(), seller.version(), Map.of("roles", List.of()));
        assertEquals(Long.toString(role.id()), last("roles.created").subject());
        AuditEntry changed = last("users.updated");
        assertEquals(Long.toString(seller.id()), changed.subject());
        assertEquals("roles", changed.details().get("fields"));
        assertEquals(
                1,
                bench.number("select count(*) from CORE_CHANGE where ID = "
                        + changed.details().get("change")));
    }

    @Test
    void whoOpensARecordIsSeenOnceAnHour() {
        RecordData deal =
                engine.create(TestEngine.DEALS, "name", "Gốm Bát Tràng", "owner", TestEngine.reference(seller));
        Caller caller = TestEngine.as(seller);
        for (int i = 0; i < 5; i++) {
            engine.records.get(caller, TestEngine.DEALS, deal.id());
        }
        engine.records.get(SYSTEM, TestEngine.DEALS, deal.id());
        engine.records.get(caller.inJob(7, "import"), TestEngine.DEALS, deal.id());

        List<AuditEntry> seen = bench.trail.find(SYSTEM, AuditQuery.newest(10).ofKind("record.opened"));
        assertEquals(1, seen.size());
        assertEquals(seller.id(), seen.get(0).user());
        assertEquals(Long.toString(deal.id()), seen.get(0).subject());
    }

    @Test
    void whoIsRefusedARecordHasNotOpenedIt() {
        RecordData deal = engine.deal("name", "Gốm Bát Tràng");
        assertThrows(NotFound.class, () -> engine.records.get(TestEngine.as(seller), TestEngine.DEALS, deal.id()));
        assertFalse(bench.kinds().contains("record.opened"));
    }

    /** Nobody who opens a page waits for a write. */
    @Test
    void openingARecordWritesNothing() {
        RecordData deal =
                engine.create(TestEngine.DEALS, "name", "Gốm Bát Tràng", "owner", TestEngine.reference(seller));
        engine.records.get(TestEngine.as(seller), TestEngine.DEALS, deal.id());
        assertEquals(0, bench.number("select count(*) from CORE_AUDIT_WAITING where KIND = 'record.opened'"));
        assertTrue(bench.kinds().contains("record.opened"));
    }

    @Test
    void sharesAreEntries() {
        RecordData account = engine.create("accounts", "name", "Gốm Bát Tràng");
        RecordData reader =
                engine.user("reader", null, engine.role("readers", line("accounts", "own", List.of(), "read")));
        Share share = engine.shares.share(SYSTEM, "accounts", account.id(), TestEngine.reference(reader), false);
        engine.shares.takeBack(SYSTEM, "accounts", account.id(), share.id());
        AuditEntry given = last("share.given");
        assertEquals("users/" + reader.id(), given.details().get("with"));
        assertEquals(Long.toString(account.id()), given.subject());
        assertEquals(Long.toString(account.id()), last("share.takenBack").subject());
    }

    @Test
    void settingsAreEntriesWithoutTheirContent() {
        RecordData chief = engine.user("chief", null, engine.create("roles", "name", "chiefs", "administrator", true));
        engine.settings.set(TestEngine.as(chief), "test.secret", "mật khẩu của tôi");
        AuditEntry entry = last("setting.changed");
        assertEquals("test.secret", entry.subject());
        assertEquals(chief.id(), entry.user());
        assertFalse(entry.toString().contains("khẩu"));
    }

    @Test
    void filtersFindWhatFitsAndPagesGoOn() {
        bench.with(7);
        Caller caller = TestEngine.as(seller);
        bench.trail.note(caller, AuditEvent.of("other.event").on("deals", 9));

        assertEquals(
                1,
                bench.trail.find(SYSTEM, AuditQuery.newest(10).by(seller.id())).size());
        assertEquals(
                1,
                bench.trail
                        .find(SYSTEM, AuditQuery.newest(10).about("deals", "9"))
                        .size());
        assertEquals(
                7,
                bench.trail.find(SYSTEM, AuditQuery.newest(10).ofKind("test.")).size());
        assertEquals(
                0,
                bench.trail.find(SYSTEM, AuditQuery.newest(10).ofKind("test")).size());
        Instant now = Instant.now().plusSeconds(1);
        AuditQuery tests = AuditQuery.newest(3).ofKind("test.");
        assertEquals(3, bench.trail.find(SYSTEM, tests.between(null, now)).size());
        assertEquals(0, bench.trail.find(SYSTEM, tests.between(now, null)).size());
        List<AuditEntry> first = bench.trail.find(SYSTEM, tests);
        List<AuditEntry> second =
                bench.trail.find(SYSTEM, tests.before(first.get(2).number()));
        assertEquals(first.get(2).number() - 1, second.get(0).number());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThrows(InvalidRequest.class, () -> bench.trail.find(SYSTEM, AuditQuery.newest(0)));
        assertThrows(InvalidRequest.class, () -> bench.trail.find(SYSTEM, AuditQuery.newest(201)));
        assertThrows(
                InvalidRequest.class,
                () -> bench.trail.find(SYSTEM, AuditQuery.newest(1).ofKind("%")));
        assertThrows(InvalidRequest.class, () -> bench.trail.verify(SYSTEM, "abc"));
        assertThrows(
                IllegalArgumentException.class,
                () -> bench.trail.note(SYSTEM, AuditEvent.of("test.event").with("text", "x".repeat(4_000))));
        assertThrows(IllegalArgumentException.class, () -> bench.trail.note(SYSTEM, AuditEvent.of("no kind")));
    }

    @Test
    void theFileHasEveryLineAndThatItWasMadeIsOneOfThem() {
        bench.with(3);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        long written = bench.trail.write(bench.asAuditor(), AuditQuery.newest(1), file);
        String text = file.toString(StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        assertEquals(written + 1, lines.size());
        assertTrue(lines.get(0).startsWith("\"number\",\"at\",\"user\","), lines.get(0));
        assertTrue(lines.get(1).contains("\"audit.exported\""), lines.get(1));
        assertTrue(text.contains("{\"\"lines\"\":3}"), text);
    }

    @Test
    void aSpreadsheetRunsNothingOfIt() {
        engine.user("=cmd()", null);
        RecordData sly = engine.user("@sum(1)", null);
        bench.trail.note(TestEngine.as(sly), AuditEvent.of("test.event"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        bench.trail.write(SYSTEM, AuditQuery.newest(1).ofKind("test.event"), file);
        String text = file.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("\"'@sum(1)\""), text);
    }
}
