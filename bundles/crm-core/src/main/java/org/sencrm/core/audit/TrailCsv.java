package org.sencrm.core.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.audit.AuditEntry;
import org.sencrm.core.value.Json;

/** Entries as lines of CSV, all in quotes; what a spreadsheet could take for a formula begins with an apostrophe. */
final class TrailCsv {

    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;

    TrailCsv(Writer out) {
        this.out = out;
    }

    void head() throws IOException {
        line(Stream.of(
                "number",
                "at",
                "user",
                "userName",
                "address",
                "through",
                "kind",
                "type",
                "subject",
                "details",
                "hash"));
    }

    void lines(List<AuditEntry> entries) throws IOException {
        for (AuditEntry entry : entries) {
            line(Stream.of(
                            entry.number(),
                            entry.at(),
                            text(entry.user()),
                            text(entry.userName()),
                            text(entry.address()),
                            entry.through(),
                            entry.kind(),
                            text(entry.type()),
                            text(entry.subject()),
                            Json.write(entry.details()),
                            entry.hash())
                    .map(String::valueOf));
        }
    }

    private void line(Stream<String> cells) throws IOException {
        out.write(cells.map(TrailCsv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
