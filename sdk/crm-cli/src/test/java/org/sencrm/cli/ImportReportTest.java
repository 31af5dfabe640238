package org.sencrm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportReportTest {

    private final ObjectNode status =
            RestClient.JSON.createObjectNode().put("state", "done").put("total", 8_800);
    private final ArrayNode problems = status.putArray("problems");

    @Test
    void whatFailsNamesColumnValueCountAndFirstRow() {
        problem("product", "GTXPro", 1_480, "“GTXPro” is unknown. Did you mean “GTX Pro”?", true)
                .put("row", 3);

        assertEquals(
                "product \"GTXPro\" (1480 rows, first row 3): “GTXPro” is unknown. Did you mean “GTX Pro”?",
                lines().get(0));
    }

    @Test
    void columnsWithTheSameToSayShareOneLine() {
        for (int i = 0; i < 200; i++) {
            problem("c" + i, null, 5, "This column is not imported.", false);
        }

        assertEquals(2, lines().size());
        assertEquals(
                "c0, c1, c2, c3, c4, c5, c6, c7, c8, c9 and 190 more columns: This column is not imported.",
                lines().get(0));
    }

    @Test
    void aNoticeOfTheWholeFileStandsAlone() {
        problem(null, ",", 8_800, "Read as UTF-8.", false);

        assertEquals("Read as UTF-8.", lines().get(0));
    }

    @Test
    void aFileWithoutRowsIsToldAsSuch() {
        status.put("total", 0);

        assertTrue(lines().get(0).startsWith("no rows"), () -> lines().toString());
    }

    private List<String> lines() {
        return new ImportReport(status).lines();
    }

    private ObjectNode problem(String column, String value, long count, String message, boolean blocking) {
        return problems.addObject()
                .put("column", column)
                .put("value", value)
                .put("count", count)
                .put("message", message)
                .put("blocking", blocking);
    }
}
