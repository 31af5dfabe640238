package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.module.ModuleDetails.Table;

/** Tables of a module: counted as far as that is quick, and copied to the last digit. */
class ModuleTablesTest {

    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void fill() throws Exception {
        stage = new Stage(folder);
        stage.sql("create table ACME_ONE (ID bigint)");
        stage.sql("create table ACME_TWO (ID bigint, SEEN_AT timestamp)");
        stage.sql("insert into ACME_TWO values (1, null), (2, null)");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aTableThatTakesTooLongToCountLeavesTheOthersCounted() throws Exception {
        ModuleTables tables = new ModuleTables(slow("ACME_ONE"), stage.data);

        assertEquals(List.of(new Table("ACME_ONE", -1), new Table("ACME_TWO", 2)), tables.sizes("acme"));
    }

    /** Ends a statement about the table as PostgreSQL does, which then refuses all others of the transaction. */
    private DataSource slow(String table) {
        return proxy(DataSource.class, stage.database, (name, result) -> {
            AtomicBoolean aborted = new AtomicBoolean();
            return proxy(Connection.class, result, (call, given) -> {
                if (!call.equals("createStatement")) {
                    return given;
                }
                return proxy(Statement.class, given, (query, rows) -> {
                    if (aborted.get()) {
                        throw new SQLException("current transaction is aborted", "25P02");
                    }
                    if (query.endsWith(" from " + table)) {
                        aborted.set(true);
                        throw new SQLException("canceling statement due to user request", "57014");
                    }
                    return rows;
                });
            });
        });
    }

    /** @param then given the first argument, else the name, of each call that answers something, and the answer */
    private static <T> T proxy(Class<T> type, Object behind, Then then) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            try {
                Object result = method.invoke(behind, given);
                boolean isSaid = given != null && given[0] instanceof String;
                return result == null ? null : then.answer(isSaid ? (String) given[0] : method.getName(), result);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private interface Then {
        Object answer(String said, Object result) throws SQLException;
    }

    @Test
    void aMomentThatTheClocksLeaveOutIsCopiedAsItIs() throws Exception {
        List<String> moments =
                List.of("2026-03-29 02:30:00.0", "2026-10-25 02:30:00.123456789", "2026-01-02 03:00:00.0");
        for (int i = 0; i < moments.size(); i++) {
            stage.sql("insert into ACME_TWO values (" + (10 + i) + ", timestamp('" + moments.get(i) + "'))");
        }
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            ModuleTables tables = new ModuleTables(stage.database, stage.data);
            tables.save("acme", folder.resolve("copy"));
            stage.sql("delete from ACME_TWO");
            tables.load("acme", folder.resolve("copy"));
        } finally {
            TimeZone.setDefault(before);
        }

        assertEquals(
                moments,
                stage.rows("select char(SEEN_AT) from ACME_TWO where SEEN_AT is not null order by ID").stream()
                        .map(ModuleTablesTest::shortened)
                        .toList());
    }

    /** Derby fills up to nine digits. */
    private static String shortened(String moment) {
        String without = moment.strip().replaceAll("0+$", "");
        return without.endsWith(".") ? without + "0" : without;
    }
}
