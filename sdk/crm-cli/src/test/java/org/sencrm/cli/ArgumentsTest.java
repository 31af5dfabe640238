package org.sencrm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void importOptionsBecomeTheOptionsOfTheContract() {
        JsonNode options = ImportCommand.options(Arguments.parse(
                List.of(
                        "opportunities",
                        "pipeline.csv",
                        "--map",
                        "externalId=opportunity_id",
                        "--map=amount=close_value",
                        "--key",
                        "externalId",
                        "--mode",
                        "upsert",
                        "--value",
                        "product:GTXPro=GTX Pro",
                        "--dry-run"),
                ImportCommand.OPTIONS));

        assertEquals("opportunity_id", options.at("/map/externalId").asText());
        assertEquals("close_value", options.at("/map/amount").asText());
        assertEquals("GTX Pro", options.at("/value/product/GTXPro").asText());
        assertEquals("upsert", options.path("mode").asText());
        assertTrue(options.path("dryRun").asBoolean());
    }

    @Test
    void aValueMayHoldAnEqualsSignAfterTheFirst() {
        JsonNode options =
                ImportCommand.options(Arguments.parse(List.of("--value", "note:a=b=c"), ImportCommand.OPTIONS));

        assertEquals("b=c", options.at("/value/note/a").asText());
    }

    @Test
    void anUnknownOptionAndAMissingValueAreNamed() {
        assertEquals(
                "no such option: --maps",
                assertThrows(BadUsage.class, () -> Arguments.parse(List.of("--maps", "x"), ImportCommand.OPTIONS))
                        .getMessage());
        assertEquals(
                "--map needs a value",
                assertThrows(BadUsage.class, () -> Arguments.parse(List.of("--map"), ImportCommand.OPTIONS))
                        .getMessage());
    }

    @Test
    void oneFieldTakesOneColumn() {
        assertEquals(
                "--map name is given twice: choose one column",
                refused("--map", "name=account", "--map", "name=sector"));
    }

    @Test
    void aValueNeedsItsColumnBeforeItsEqualsSign() {
        assertEquals("expected --value COLUMN:FROM=TO, not a=b:c", refused("--value", "a=b:c"));
        assertEquals("expected --value COLUMN:FROM=TO, not a:=c", refused("--value", "a:=c"));
        assertEquals("expected --value COLUMN:FROM=TO, not :a=c", refused("--value", ":a=c"));
    }

    @Test
    void theMapAloneCountsWhereNothingIsToBeGuessed() {
        JsonNode options = ImportCommand.options(
                Arguments.parse(List.of("--map", "name=account", "--no-guess"), ImportCommand.OPTIONS));

        assertEquals(false, options.path("guess").asBoolean(true));
    }

    @Test
    void badUsageExitsWithTwoAndOneLine() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int code = Main.run(
                new String[] {"import", "accounts"},
                new PrintStream(java.io.OutputStream.nullOutputStream()),
                new PrintStream(said));

        assertEquals(Main.BAD_USAGE, code);
        assertEquals("crm: the file is missing", said.toString().trim());
    }

    private static String refused(String... words) {
        return assertThrows(
                        BadUsage.class,
                        () -> ImportCommand.options(Arguments.parse(List.of(words), ImportCommand.OPTIONS)))
                .getMessage();
    }
}
