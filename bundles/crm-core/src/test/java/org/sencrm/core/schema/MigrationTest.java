package org.sencrm.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sencrm.core.store.LocalDatabase;
import org.sencrm.core.store.Sql;

class MigrationTest {

    private final LocalDatabase database = new LocalDatabase();
    private final Migration migration = TestSchema.migration(database.source(), "db/changelog.xml");

    @Test
    void aSecondRunChangesNothing() throws Exception {
        migration.update();
        Set<String> tables = tables();
        int steps = steps();

        migration.update();

        assertEquals(tables, tables());
        assertEquals(steps, steps());
        assertTrue(tables.containsAll(Set.of("CORE_USER", "CORE_ACCOUNT", "CORE_JOB", "CORE_TOKEN", "CORE_DEMO")));
    }

    @Test
    void everyStepCanBeTakenBack() throws Exception {
        migration.update();

        migration.rollBack(steps());

        assertEquals(Set.of("CHANGELOGCRMCORE", "CHANGELOGLOCKCRMCORE"), tables());
        migration.update();
        assertTrue(tables().contains("CORE_USER"));
    }

    @Test
    void aRecordTableHasTheColumnsAndIndexesOfEveryRecord() throws Exception {
        migration.update();

        List<String> columns = database.read(connection -> {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = connection.getMetaData().getColumns(null, null, "CORE_PRODUCT", null)) {
                while (rows.next()) {
                    names.add(rows.getString("COLUMN_NAME"));
                }
            }
            return names;
        });
        assertTrue(columns.containsAll(List.of("ID", "VERSION", "OWNER_ID", "TEAM_ID", "CREATED_AT", "CREATED_BY")));
        assertTrue(columns.containsAll(List.of("UPDATED_AT", "UPDATED_BY", "SOURCE", "EXTERNAL_ID", "DELETED_AT")));
        assertTrue(columns.containsAll(List.of("LABEL_KEY", "SEARCH_TEXT", "PRICE", "PRICE_CURRENCY")));
        assertEquals(
                8, number("select count(*) from SYS.SYSCONGLOMERATES where CONGLOMERATENAME like 'IX_CORE_PRODUCT_%'"));
    }

    @Test
    void aLockLeftByAKilledProcessIsReleased() throws Exception {
        migration.update();
        Sql lock = Sql.of(
                "update CHANGELOGLOCKCRMCORE set LOCKED = true, LOCKEDBY = 'gone', LOCKGRANTED = CURRENT_TIMESTAMP");
        database.write(lock::execute);

        migration.update();

        assertEquals(0, number("select count(*) from CHANGELOGLOCKCRMCORE where LOCKED"));
    }

    @Test
    void aFailedStepLeavesTheConnectionUsable() {
        Migration broken = TestSchema.migration(database.source(), "db/broken.xml");

        assertThrows(Exception.class, broken::update);

        assertFalse(tables().contains("BROKEN_HALF"));
    }

    private Set<String> tables() {
        Sql names = Sql.of("select TABLENAME from SYS.SYSTABLES where TABLETYPE = 'T'");
        List<String> found = database.read(connection -> names.query(connection, row -> row.getString(1)));
        return new TreeSet<>(found);
    }

    private int steps() {
        return number("select count(*) from CHANGELOGCRMCORE");
    }

    private int number(String question) {
        return database.read(connection -> Sql.of(question).first(connection, row -> row.getInt(1)));
    }
}
