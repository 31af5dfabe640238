package org.sencrm.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.api.audit.AuditCheck.Flaw;
import org.sencrm.core.store.LocalDatabase;

/** The embedded database of a home whose product does not run. */
@EnabledIf("isEmbedded")
class StoppedHomeTest {

    @TempDir
    private Path home;

    private String head;

    static boolean isEmbedded() {
        return LocalDatabase.isEmbedded();
    }

    @BeforeEach
    void stop() throws Exception {
        try (TrailBench bench = new TrailBench().with(4)) {
            bench.engine.deal("name", "Gốm Bát Tràng");
            bench.sealChanges();
            head = bench.verify().head();
            Path saved = bench.engine.local.save(Files.createDirectories(home.resolve("db")));
            Files.move(saved, home.resolve("db/crm"));
        }
    }

    private AuditCheck check(String expected) throws Exception {
        return StoppedHome.of(home).check(expected);
    }

    @Test
    void itIsCheckedAsItLies() throws Exception {
        AuditCheck check = check(head);
        assertNull(check.flaw());
        assertEquals(5, check.entries());
        assertEquals(head, check.head());
        assertEquals(Flaw.NOT_EXPECTED, check("ab".repeat(32)).flaw());
    }

    @Test
    void whatSomebodyDidToItIsFound() throws Exception {
        String address = "jdbc:derby:" + home.resolve("db/crm");
        try (Connection connection = DriverManager.getConnection(address)) {
            connection.createStatement().executeUpdate("update CORE_AUDIT set CHANNEL = 'ui' where ENTRY = 2");
        }
        try (Connection over = DriverManager.getConnection(address + ";shutdown=true")) {
            assertNull(over);
        } catch (SQLException goodBye) {
            assertEquals("08006", goodBye.getSQLState());
        }
        AuditCheck check = check(null);
        assertEquals(Flaw.CHANGED, check.flaw());
        assertEquals(2, check.entry());
    }
}
