package org.sencrm.core.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.job.Job;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.core.job.Node;
import org.sencrm.core.job.StoredJobs;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.support.Callers;

/** Somebody leaves and a colleague takes over. */
class HandOverTest {

    private static final Caller ADMINISTRATOR = Callers.user(1);

    private final TestEngine engine = new TestEngine();
    private final StoredJobs jobs = new StoredJobs(engine.database, engine.gate, engine.messages, new Node("test"));
    private final HandOver handOver =
            new HandOver(engine.records, engine.types, engine.gate, jobs, engine.messages, engine.audit);

    private RecordData leaving;
    private RecordData successor;

    @BeforeEach
    void hire() {
        RecordData seller =
                engine.role("Seller", TestEngine.line("*", "own", List.of(), "read", "create", "update", "delete"));
        leaving = engine.user("Lan", null, seller);
        successor = engine.user("Minh", null, seller);
    }

    @AfterEach
    void close() throws InterruptedException {
        jobs.close();
        engine.close();
    }

    @Test
    void everythingGoesToTheSuccessorWithItsHistory() throws InterruptedException {
        RecordData account = create(leaving, "accounts", "Gốm Bát Tràng");
        for (int i = 0; i < 450; i++) {
            create(leaving, TestEngine.DEALS, "Deal " + i);
        }
        RecordData others = create(successor, "accounts", "Lụa Hà Đông");

        Job done = run(Map.of("to", "minh", "deactivate", true));

        assertEquals(451L, number(done, "moved"));
        assertEquals(0L, number(done, "failed"));
        Caller minh = TestEngine.as(successor);
        assertEquals(2, engine.records.count(minh, Query.of("accounts")));
        assertEquals(450, engine.records.count(minh, Query.of(TestEngine.DEALS)));
        RecordData now = engine.records.get(minh, "accounts", account.id());
        assertEquals(leaving.id(), now.reference("createdBy").id());
        assertEquals(
                leaving.id(),
                engine.records
                        .history(minh, "accounts", account.id(), 10, 0)
                        .get(1)
                        .by()
                        .id());
        assertEquals(1, engine.records.get(minh, "accounts", others.id()).version());
        assertFalse((Boolean)
                engine.records.get(ADMINISTRATOR, "users", leaving.id()).get("active"));
        RecordData summary = engine.records
                .list(minh, Query.of("activities").where("kind==note"))
                .items()
                .get(0);
        assertTrue(summary.text("note").contains("450"), summary.text("note"));
        assertFalse(summary.text("note").contains("Gốm Bát Tràng"), "others may read the note too");
        assertEquals(0, number(run(Map.of("to", "minh")), "moved"));
        String handedOver = "user.handedOver " + leaving.id();
        assertEquals(List.of(handedOver, handedOver), engine.audited());
    }

    @Test
    void itIsTakenBackByItsJob() throws InterruptedException {
        RecordData account = create(leaving, "accounts", "Gốm Bát Tràng");
        Job done = run(Map.of("to", Long.toString(successor.id())));
        assertEquals(successor.id(), owner(account));

        assertTrue(engine.records.revert(ADMINISTRATOR, done.id(), 100).finished());

        assertEquals(leaving.id(), owner(account));
        assertTrue((Boolean)
                engine.records.get(ADMINISTRATOR, "users", leaving.id()).get("active"));
        assertEquals(0, engine.records.count(ADMINISTRATOR, Query.of("activities")));
    }

    @Test
    void whatLiesInTheTrashStaysAndIsSaid() throws InterruptedException {
        RecordData account = create(leaving, "accounts", "Gốm Bát Tràng");
        engine.records.delete(ADMINISTRATOR, "accounts", account.id(), account.version());

        Job done = run(Map.of("to", "minh"));

        assertEquals(0L, number(done, "moved"));
        assertEquals(1L, number(done, "inTrash"));
    }

    @Test
    void nothingMovesWhereTheOneWhoLeavesMustStay() throws InterruptedException {
        RecordData account = create(leaving, "accounts", "Gốm Bát Tràng");
        engine.hook("users", new RecordHook() {
            @Override
            public void beforeSave(Draft draft) {
                draft.refuse("active", "users.lastAdministrator");
            }
        });

        Job failed = finished(Map.of("to", "minh"));

        assertEquals(Job.State.FAILED, failed.state());
        assertEquals(leaving.id(), owner(account));
    }

    @Test
    void whoStaysCanHandOverToo() throws InterruptedException {
        run(Map.of("to", "minh", "deactivate", false));

        assertTrue((Boolean)
                engine.records.get(ADMINISTRATOR, "users", leaving.id()).get("active"));
    }

    @Test
    void teamsThatTheyManagedGetAnotherManagerAndPrivateViewsStay() throws InterruptedException {
        RecordData team = engine.team("South", null, leaving);
        engine.records.create(
                TestEngine.as(leaving), "views", Map.of("name", "Mine", "type", "accounts", "scope", "private"));

        run(Map.of("to", "minh"));

        assertEquals(
                successor.id(),
                engine.records
                        .get(ADMINISTRATOR, "teams", team.id())
                        .reference("manager")
                        .id());
        assertEquals(0, engine.records.count(TestEngine.as(successor), Query.of("views")));
    }

    @Test
    void onlyToAColleagueWhoIsThere() {
        RecordData gone = engine.user("Hoa", null);
        engine.records.update(TestEngine.SYSTEM, "users", gone.id(), gone.version(), Map.of("active", false));

        RecordData company = engine.create("accounts", "name", "Lotus");
        engine.create(
                "users", "name", "Mai", "userName", "mai", "active", true, "kind", "partner", "account", company.id());

        for (Object nobody : new Object[] {"hoa", "lan", "mai", "nobody", "", "999", "' or 1=1"}) {
            assertThrows(
                    InvalidRecord.class,
                    () -> handOver.run(ADMINISTRATOR, leaving, Map.of("to", nobody)),
                    String.valueOf(nobody));
        }
        assertThrows(InvalidRecord.class, () -> handOver.run(ADMINISTRATOR, leaving, Map.of()));
        RecordData administrator = engine.records.get(ADMINISTRATOR, "users", 1);
        assertThrows(InvalidRecord.class, () -> handOver.run(ADMINISTRATOR, administrator, Map.of("to", "minh")));
        assertThrows(Forbidden.class, () -> handOver.run(TestEngine.as(successor), leaving, Map.of("to", "minh")));
    }

    private RecordData create(RecordData owner, String type, String name) {
        return engine.records.create(TestEngine.as(owner), type, Map.of("name", name));
    }

    private long owner(RecordData account) {
        return engine.records
                .get(ADMINISTRATOR, "accounts", account.id())
                .reference("owner")
                .id();
    }

    private static long number(Job job, String name) {
        return ((Number) job.result().get(name)).longValue();
    }

    private Job run(Map<String, Object> input) throws InterruptedException {
        Job job = finished(input);
        assertEquals(Job.State.DONE, job.state(), job.message());
        return job;
    }

    private Job finished(Map<String, Object> input) throws InterruptedException {
        Map<?, ?> answer = (Map<?, ?>) handOver.run(ADMINISTRATOR, leaving, input);
        long id = Long.parseLong((String) answer.get("job"));
        Job job = jobs.get(ADMINISTRATOR, id);
        for (int i = 0; i < 600 && !job.state().isOver(); i++) {
            Thread.sleep(50);
            job = jobs.get(ADMINISTRATOR, id);
        }
        return job;
    }
}
