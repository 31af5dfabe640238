package org.sencrm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationCommandTest {

    private static final String PROMOTION = """
            {"dryRun":true,"added":1,"changed":1,"same":1,"refused":1,"items":[
              {"part":"fields","key":"deals.tier","state":"added","before":{},"after":{"kind":"choice"}},
              {"part":"fields","key":"deals.own","state":"same","before":{},"after":{}},
              {"part":"settings","key":"company.currency","state":"changed","before":{"value":"USD"},"after":{"value":"VND"}},
              {"part":"views","key":"deals/Golden","state":"refused","before":{},"after":{},"reason":"No deals here."}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aReportNamesWhatChangesAndWhatIsRefused() throws Exception {
        JsonNode promotion = RestClient.JSON.readTree(PROMOTION);

        assertEquals(
                List.of(
                        "added    fields deals.tier",
                        "         kind: \"choice\"",
                        "changed  settings company.currency",
                        "         value: \"USD\" -> \"VND\"",
                        "refused  views deals/Golden: No deals here.",
                        "added 1, changed 1, same 1, refused 1 (dry run: nothing was written)"),
                new PromotionReport(promotion).lines());
    }

    @Test
    void badUsageIsSaidInOneLineBeforeAnythingIsSent() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");

        assertEquals("crm: export or promote is missing", said("configuration"));
        assertEquals("crm: the file is missing", said("configuration", "promote"));
        assertEquals("crm: no such command: configuration apply", said("configuration", "apply", "x.json"));
        assertEquals(
                "crm: --dry-run goes with configuration promote", said("configuration", "export", "x", "--dry-run"));
        assertEquals("crm: " + broken + " is no JSON", said("configuration", "promote", broken.toString()));
        Path nowhere = folder.resolve("nowhere.json");
        assertEquals("crm: cannot read " + nowhere, said("configuration", "promote", nowhere.toString()));
        assertFalse(Files.exists(Path.of("x")));
    }

    private static String said(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = Main.run(
                words,
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertEquals(Main.BAD_USAGE, code);
        return said.toString(StandardCharsets.UTF_8).trim();
    }
}
