package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.line;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.access.Right;
import org.sencrm.api.access.Scopes;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.api.record.TimelineQuery;
import org.sencrm.core.job.Node;
import org.sencrm.core.job.StoredJobs;

/** A token with scopes does what its user may do and its scopes name, on every way. */
class ScopesTest {

    private final TestEngine engine = new TestEngine();
    private final StoredJobs jobs = new StoredJobs(engine.database, engine.gate, engine.messages, new Node("test"));

    private Caller boss;
    private Caller seller;
    private RecordData deal;
    private RecordData account;

    @BeforeEach
    void start() {
        boss = as(engine.user("boss", null, engine.create("roles", "name", "chief", "administrator", true)));
        seller = as(engine.user(
                "seller", null, engine.role("seller", line("*", "own", List.of(), "read", "create", "update"))));
        deal = engine.records.create(seller, DEALS, Map.of("name", "Gốm Bát Tràng"));
        account = engine.records.create(seller, "accounts", Map.of("name", "Lụa Hà Đông"));
    }

    @AfterEach
    void close() throws InterruptedException {
        jobs.close();
        engine.close();
    }

    private static Caller limited(Caller user, String... scopes) {
        return user.entered(new Entry(0, 0, null, Scopes.of(List.of(scopes))));
    }

    @Test
    void whatTakesAProofNoLimitedTokenDoes() {
        Caller token = limited(boss, "*:*");
        RecordData user = engine.user("Lan", null);

        assertThrows(Forbidden.class, () -> engine.records.create(token, "teams", Map.of("name", "mine")));
        assertThrows(
                Forbidden.class,
                () -> engine.records.update(token, "users", user.id(), user.version(), Map.of("name", "Other")));
        assertThrows(Forbidden.class, () -> engine.records.delete(token, "users", user.id(), user.version()));
    }

    @Test
    void whatIsNotNamedIsNotThereOnAnyWay() {
        for (Caller user : List.of(boss, seller)) {
            Caller token = limited(user, "accounts:read");
            assertThrows(NotFound.class, () -> engine.records.list(token, Query.of(DEALS)));
            assertThrows(NotFound.class, () -> engine.records.count(token, Query.of(DEALS)));
            assertThrows(NotFound.class, () -> engine.records.get(token, DEALS, deal.id()));
            assertThrows(NotFound.class, () -> engine.records.history(token, DEALS, deal.id(), 10, 0));
            assertThrows(
                    NotFound.class, () -> engine.records.timeline(token, DEALS, deal.id(), TimelineQuery.newest(10)));
            assertThrows(
                    NotFound.class,
                    () -> engine.records.summarize(token, new SummaryQuery(DEALS, "stage", List.of("count"), "", "")));
            assertThrows(NotFound.class, () -> engine.records.list(token, Right.EXPORT, Query.of(DEALS)));
            assertThrows(NotFound.class, () -> engine.records.act(token, DEALS, deal.id(), "convert", Map.of()));
            assertFalse(engine.gate.may(token, Right.READ, DEALS));
            assertFalse(engine.gate.mayUpdate(token, DEALS, deal.id()));

            assertEquals(
                    account.id(),
                    engine.records.get(token, "accounts", account.id()).id());
            assertEquals(1, engine.records.count(token, Query.of("accounts")));
        }
    }

    @Test
    void whatIsNamedIsDoneAndNothingElse() {
        Caller reading = limited(boss, "accounts:read");
        assertThrows(Forbidden.class, () -> engine.records.create(reading, "accounts", Map.of("name", "Sen")));
        assertThrows(
                Forbidden.class,
                () -> engine.records.update(
                        reading, "accounts", account.id(), account.version(), Map.of("name", "Sen")));
        assertThrows(
                Forbidden.class, () -> engine.records.delete(reading, "accounts", account.id(), account.version()));

        Caller writing = limited(boss, "accounts:read", "accounts:write");
        RecordData changed =
                engine.records.update(writing, "accounts", account.id(), account.version(), Map.of("name", "Sen"));
        engine.records.delete(writing, "accounts", changed.id(), changed.version());
    }

    @Test
    void aScopeGivesNothingThatTheUserHasNot() {
        RecordData others = engine.records.create(boss, DEALS, Map.of("name", "Not of the seller"));
        Caller token = limited(seller, "*:*");

        assertThrows(NotFound.class, () -> engine.records.get(token, DEALS, others.id()));
        assertThrows(Forbidden.class, () -> engine.records.delete(token, DEALS, deal.id(), deal.version()));
        assertEquals(1, engine.records.count(token, Query.of(DEALS)));
    }

    @Test
    void searchFindsOnlyWhatIsNamed() {
        assertTrue(engine.search.find(limited(boss, "deals:read"), "Lụa", 10).isEmpty());
        assertThrows(
                NotFound.class,
                () -> engine.records.list(
                        limited(boss, "accounts:read"), Query.of(DEALS).matching("Gốm")));
    }

    @Test
    void aLimitedTokenAdministersNothing() {
        Caller token = limited(boss, "*:*");
        assertFalse(engine.gate.isAdministrator(token));
        assertFalse(engine.gate.allows(token, "acme.lookup"));
        assertThrows(Forbidden.class, () -> engine.settings.set(token, "company.name", "Mine"));
        assertThrows(Forbidden.class, () -> engine.gate.requireProof(token));
        assertTrue(engine.gate.isAdministrator(boss));
    }

    @Test
    void aJobThatATokenBeginsIsLimitedToo() throws InterruptedException {
        Caller token = limited(boss, "accounts:*");
        long id = jobs.start(
                        token, "test", (caller, progress) -> Map.of("n", engine.records.count(caller, Query.of(DEALS))))
                .id();
        for (int i = 0; i < 200 && !jobs.get(SYSTEM, id).state().isOver(); i++) {
            Thread.sleep(25);
        }

        assertEquals(org.sencrm.api.job.Job.State.FAILED, jobs.get(SYSTEM, id).state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "accounts",
                "accounts:",
                ":read",
                "accounts:see",
                "accounts:read:all",
                "Accounts:read",
                "accounts:write,read",
                "* :read"
            })
    void whatIsNoScopeIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Scopes.of(List.of(text)));
    }

    @Test
    void noScopesAreNoLimit() {
        assertFalse(Scopes.of(List.of()).isLimited());
        assertDoesNotThrow(() -> engine.records.get(limited(boss), DEALS, deal.id()));
    }
}
