package org.sencrm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an import found and did, in lines for people: what fails first; columns with the same to say share a line. */
final class ImportReport {

    private static final int COLUMNS_SHOWN = 10;

    private final JsonNode status;

    ImportReport(JsonNode status) {
        this.status = status;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<String, Set<String>> columnsByNotice = new LinkedHashMap<>();
        for (JsonNode problem : status.path("problems")) {
            if (problem.path("blocking").asBoolean()) {
                lines.add(trouble(problem));
            } else {
                Set<String> columns =
                        columnsByNotice.computeIfAbsent(text(problem, "message"), k -> new LinkedHashSet<>());
                if (problem.path("column").isTextual()) {
                    columns.add(text(problem, "column"));
                }
            }
        }
        columnsByNotice.forEach((message, columns) -> lines.add(columns(columns) + message));
        lines.add(counts());
        return List.copyOf(new LinkedHashSet<>(lines));
    }

    /** {@code product "GTXPro", 1480 rows, first row 3: …} */
    private static String trouble(JsonNode problem) {
        StringBuilder line = new StringBuilder();
        if (problem.path("column").isTextual()) {
            line.append(text(problem, "column")).append(' ');
        }
        if (!text(problem, "value").isEmpty()) {
            line.append('"').append(text(problem, "value")).append("\" ");
        }
        long count = problem.path("count").asLong();
        line.append(count == 1 ? "(1 row" : "(" + count + " rows");
        if (problem.path("row").asLong() > 0) {
            line.append(count == 1 ? ", row " : ", first row ")
                    .append(problem.path("row").asLong());
        }
        return line.append("): ").append(text(problem, "message")).toString();
    }

    private static String columns(Set<String> columns) {
        if (columns.isEmpty()) {
            return "";
        }
        List<String> shown = columns.stream().limit(COLUMNS_SHOWN).toList();
        int more = columns.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more columns" : "") + ": ";
    }

    private String counts() {
        if ("done".equals(text(status, "state")) && status.path("total").asLong() == 0) {
            return "no rows: the file holds nothing but a header";
        }
        return "created " + count("created") + ", updated " + count("updated") + ", skipped " + count("skipped")
                + ", failed " + count("failed")
                + (status.path("dryRun").asBoolean() ? " (dry run: nothing was written)" : "");
    }

    private long count(String name) {
        return status.path(name).asLong();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).asText() : "";
    }
}
