package org.sencrm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/** {@code audit verify}: whether anybody changed the audit trail behind its back. */
final class AuditCommand {

    static final Map<String, Boolean> OPTIONS = Map.of("expect", true, "url", true, "home", true);

    private final PrintStream out;

    AuditCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) throws IOException, InterruptedException {
        String verb = arguments.word(0, "verify");
        arguments.atMost(1);
        if (!"verify".equals(verb)) {
            throw new BadUsage("no such command: audit " + verb);
        }
        String expected = arguments.option("expect", "");
        if (!expected.isEmpty() && !expected.matches("[0-9a-f]{64}")) {
            throw new BadUsage("--expect is the head that an earlier audit verify printed");
        }
        String address = "/audit/verification" + (expected.isEmpty() ? "" : "?expect=" + expected);
        return report(Main.client(arguments).get(address));
    }

    /** For the launcher: what the check of a home found that does not run. */
    int report(InputStream check) throws IOException {
        return report(RestClient.JSON.readTree(check));
    }

    private int report(JsonNode check) {
        String entries = check.path("entries").asText();
        if (check.path("whole").asBoolean()) {
            out.println(entries + " entries, whole; they cover "
                    + check.path("changes").asText() + " changes of records");
            out.println("head " + check.path("head").asText());
            return Main.DONE;
        }
        out.println("BROKEN: "
                + flaw(check.path("flaw").asText(), check.path("entry").asText()) + " (of " + entries + " entries)");
        return Main.FAILED;
    }

    private static String flaw(String flaw, String entry) {
        return switch (flaw) {
            case "changed" -> "entry " + entry + " is not what it was";
            case "removed" -> "entry " + entry + " is missing";
            case "cut" -> "the end is missing, from entry " + entry + " on";
            case "added" -> "entry " + entry + " was put in behind the end";
            case "changes" -> "the changes of records that entry " + entry + " covers are not what they were";
            case "notExpected" -> "the head that was expected is not in the chain";
            default -> flaw + " at entry " + entry;
        };
    }
}
