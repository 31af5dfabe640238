package org.sencrm.core.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.record.Deal;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.store.Sql;

/** What the core keeps of a module's records goes with the module, and of others nothing. */
class ModuleRecordsTest {

    private static final String MODULE = "crm-test";
    private static final List<String> TABLES = List.of(
            "CORE_UNIQUE",
            "CORE_COMMENT",
            "CORE_FOLLOWER",
            "CORE_SHARE",
            "CORE_NOTIFICATION",
            "CORE_FAVOURITE",
            "CORE_VIEW",
            "CORE_CHANGE");

    private TestEngine engine;
    private ModuleRecords records;

    @BeforeEach
    void start() {
        engine = new TestEngine();
        records = new ModuleRecords(engine.database, engine.types);
    }

    @AfterEach
    void stop() throws InterruptedException {
        engine.close();
    }

    @Test
    void itIsKnownWhoseATypeIsWhileTheModuleIsAway() {
        engine.removeDeals();

        assertEquals(Set.of(DEALS), records.types(MODULE));
        assertTrue(records.types("crm-core").contains("accounts"));
        assertEquals(Set.of(), records.types("acme-visits"));
    }

    @Test
    void aTypeStaysWithWhoeverBroughtItFirst() {
        engine.removeDeals();
        engine.types.install("thief", "acme-thief", List.of(Deal.class));

        assertEquals(Set.of(), records.types("acme-thief"));
        assertEquals(Set.of(DEALS), records.types(MODULE));
    }

    @Test
    void nothingIsLeftOfTheRecordsAndAllOfTheOthers() {
        RecordData deal = engine.deal("name", "Bán hàng", "code", "A1");
        RecordData account = engine.create("accounts", "name", "Sen");
        for (RecordData record : List.of(deal, account)) {
            keep(record);
        }
        List<String> others = rows("accounts");
        engine.removeDeals();

        records.forget(MODULE);
        records.forget(MODULE);

        assertEquals(List.of(), rows(DEALS));
        assertEquals(others, rows("accounts"));
        assertEquals(
                List.of("0"), query("select count(*) from CORE_FILE where RECORD_TYPE='deals' and TRASHED_AT is null"));
        assertEquals(List.of("1"), query("select count(*) from CORE_FILE where TRASHED_AT is null"));
        assertEquals(Set.of(), records.types(MODULE));
    }

    @Test
    void moreRowsThanGoAtOnceGoToo() {
        RecordData deal = engine.deal("name", "Bán hàng");
        engine.database.write(connection -> {
            for (long id = 1; id <= 1100; id++) {
                Sql.of(
                                "insert into CORE_NOTIFICATION (ID, USER_ID, KIND, RECORD_TYPE, RECORD_ID, COMMENT_ID,"
                                        + " CAUSED_BY, HAPPENED_AT) values (?, 1, 'comment', ?, ?, 0, 1, ?)",
                                id,
                                id % 10 == 0 ? "accounts" : DEALS,
                                deal.id(),
                                Instant.EPOCH)
                        .execute(connection);
            }
            return null;
        });

        records.forget(MODULE);

        assertEquals(List.of("accounts"), query("select distinct RECORD_TYPE from CORE_NOTIFICATION"));
        assertEquals(List.of("110"), query("select count(*) from CORE_NOTIFICATION"));
    }

    @Test
    void aValueCanBeTakenAgainOnceTheModuleIsBack() {
        engine.deal("name", "Bán hàng", "code", "A1");
        engine.removeDeals();
        execute(Sql.of("delete from TEST_DEAL"));
        records.forget(MODULE);

        engine.installDeals();

        assertEquals("A1", engine.deal("name", "Lại bán", "code", "A1").text("code"));
        assertEquals(Set.of(DEALS), records.types(MODULE));
    }

    /** A row in each table that no record service of this test fills. */
    private void keep(RecordData record) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        execute(Sql.of(
                "insert into CORE_COMMENT (ID, RECORD_TYPE, RECORD_ID, CONTENT, MENTIONED, WRITTEN_BY, WRITTEN_AT)"
                        + " values (?, ?, ?, 'x', '-', 1, ?)",
                record.id(),
                record.type(),
                record.id(),
                now));
        execute(Sql.of(
                "insert into CORE_FOLLOWER (RECORD_TYPE, RECORD_ID, USER_ID, FOLLOWS) values (?, ?, 1, true)",
                record.type(),
                record.id()));
        execute(Sql.of(
                "insert into CORE_SHARE (ID, RECORD_TYPE, RECORD_ID, USER_ID, TEAM_ID, MAY_CHANGE, SHARED_BY, SHARED_AT)"
                        + " values (?, ?, ?, 1, 0, true, 1, ?)",
                record.id(),
                record.type(),
                record.id(),
                now));
        execute(Sql.of(
                "insert into CORE_NOTIFICATION (ID, USER_ID, KIND, RECORD_TYPE, RECORD_ID, COMMENT_ID, CAUSED_BY,"
                        + " HAPPENED_AT) values (?, 1, 'comment', ?, ?, 0, 1, ?)",
                record.id(),
                record.type(),
                record.id(),
                now));
        execute(Sql.of(
                "insert into CORE_FILE (ID, RECORD_TYPE, RECORD_ID, NAME, VERSION, MEDIA_TYPE, BYTES, HASH, ADDED_BY,"
                        + " ADDED_AT) values (?, ?, ?, 'a.txt', 1, 'text/plain', 1, 'h', 1, ?)",
                record.id(),
                record.type(),
                record.id(),
                now));
        engine.create("views", "name", "All", "type", record.type());
        engine.create("favourites", "type", record.type(), "record", TestEngine.reference(record));
    }

    private List<String> rows(String type) {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            int count = engine.database.read(
                    connection -> Sql.of("select count(*) from " + table + " where RECORD_TYPE=?", type)
                            .first(connection, row -> row.getInt(1)));
            if (count > 0) {
                rows.add(table + " " + count);
            }
        }
        return rows;
    }

    private List<String> query(String sql) {
        return engine.database.read(connection -> Sql.of(sql).query(connection, row -> row.getString(1)));
    }

    private void execute(Sql sql) {
        engine.database.write(sql::execute);
    }
}
