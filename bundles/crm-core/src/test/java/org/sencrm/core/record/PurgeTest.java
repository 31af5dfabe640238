package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.line;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.store.Sql;

class PurgeTest {

    private static TestEngine engine;
    private static RecordData admin;

    @BeforeAll
    static void start() {
        engine = new TestEngine();
        admin = engine.user("Chief", null, engine.create("roles", "name", "c", "administrator", true));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.close();
    }

    private static RecordData trashed(Object... values) {
        RecordData deal = engine.deal(values);
        engine.records.delete(SYSTEM, DEALS, deal.id(), 1);
        return deal;
    }

    @Test
    void aPurgedRecordIsGoneForGood() {
        RecordData deal = trashed("name", "gone", "code", "P1");
        engine.records.purge(as(admin), DEALS, deal.id(), 2);

        assertThrows(NotFound.class, () -> engine.records.restore(as(admin), DEALS, deal.id()));
        assertThrows(NotFound.class, () -> engine.records.purge(as(admin), DEALS, deal.id(), 2));
        assertEquals(
                List.of(),
                engine.names(SYSTEM, Query.of(DEALS).where("name==gone").inTrash()));
        engine.deal("name", "another", "code", "P1");
    }

    @Test
    void theChangeLogKeepsWhoPurgedAndNoValue() {
        RecordData deal = trashed("name", "logged");
        engine.records.purge(as(admin), DEALS, deal.id(), 2);

        ChangeEntry last = engine.database
                .read(connection -> new ChangeLog().ofRecord(connection, DEALS, deal.id(), new Sql(), 1))
                .get(0);
        assertEquals(Change.Kind.PURGED, last.kind());
        assertEquals(admin.id(), last.by());
        assertEquals(Map.of(), last.fields());
        assertThrows(NotFound.class, () -> engine.records.history(as(admin), DEALS, deal.id(), 10, 0));
    }

    @Test
    void aPointerToItStaysWithoutALabel() {
        RecordData account = engine.create("accounts", "name", "Sen");
        RecordData deal = engine.deal("name", "pointing", "account", account.id());
        engine.records.delete(SYSTEM, "accounts", account.id(), 1);
        engine.records.purge(as(admin), "accounts", account.id(), 2);

        assertEquals(
                new Reference("accounts", account.id(), null),
                engine.records.get(as(admin), DEALS, deal.id()).get("account"));
        engine.records.update(as(admin), DEALS, deal.id(), 1, Map.of("name", "still pointing"));
    }

    @Test
    void onlyWhatIsInTheTrashIsPurged() {
        RecordData deal = engine.deal("name", "living");
        assertThrows(NotFound.class, () -> engine.records.purge(as(admin), DEALS, deal.id(), 1));
    }

    @Test
    void onlyAnAdministratorPurges() {
        RecordData seller = engine.user(
                "Seller", null, engine.role("s", line(DEALS, "all", List.of(), "read", "update", "delete")));
        RecordData stranger = engine.user("Stranger", null);
        RecordData deal = trashed("name", "kept");

        assertThrows(Forbidden.class, () -> engine.records.purge(as(seller), DEALS, deal.id(), 2));
        assertThrows(NotFound.class, () -> engine.records.purge(as(stranger), DEALS, deal.id(), 2));
        engine.records.restore(as(seller), DEALS, deal.id());
    }

    @Test
    void whoSawAnotherVersionPurgesNothing() {
        RecordData deal = trashed("name", "back and forth");
        engine.records.restore(SYSTEM, DEALS, deal.id());
        engine.records.delete(SYSTEM, DEALS, deal.id(), 3);

        assertThrows(Conflict.class, () -> engine.records.purge(as(admin), DEALS, deal.id(), 2));
        engine.records.purge(as(admin), DEALS, deal.id(), 4);
    }
}
