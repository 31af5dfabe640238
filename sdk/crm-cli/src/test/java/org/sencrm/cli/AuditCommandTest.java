package org.sencrm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AuditCommandTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int report(String json) throws Exception {
        return new AuditCommand(new PrintStream(said, true, StandardCharsets.UTF_8))
                .report(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aWholeTrailEndsWellAndGivesItsHead() throws Exception {
        int code = report("{\"whole\":true,\"entries\":\"12\",\"changes\":\"340\",\"head\":\"ab12\"}");
        assertEquals(Main.DONE, code);
        assertEquals(
                Arrays.asList("12 entries, whole; they cover 340 changes of records", "head ab12"),
                said().lines().toList());
    }

    @Test
    void everyFlawFailsAndNamesTheEntry() throws Exception {
        for (String flaw : new String[] {"changed", "removed", "cut", "added", "changes", "new"}) {
            said.reset();
            int code = report("{\"whole\":false,\"entries\":\"12\",\"flaw\":\"" + flaw + "\",\"entry\":\"7\"}");
            assertEquals(Main.FAILED, code);
            assertTrue(said().startsWith("BROKEN: ") && said().contains("entry 7"), said());
        }
        said.reset();
        assertEquals(Main.FAILED, report("{\"whole\":false,\"flaw\":\"notExpected\",\"entry\":\"0\"}"));
    }

    @Test
    void badUsageIsSaidBeforeAnythingIsAsked() {
        assertEquals("crm: verify is missing", error("audit"));
        assertEquals("crm: no such command: audit repair", error("audit", "repair"));
        assertEquals(
                "crm: --expect is the head that an earlier audit verify printed",
                error("audit", "verify", "--expect", "12"));
    }

    private static String error(String... words) {
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int code = Main.run(
                words,
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(error, true, StandardCharsets.UTF_8));
        assertEquals(Main.BAD_USAGE, code);
        return error.toString(StandardCharsets.UTF_8).trim();
    }
}
