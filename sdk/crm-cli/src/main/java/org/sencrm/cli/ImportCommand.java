package org.sencrm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** {@code import TYPE FILE}: sends the file, shows progress, tells what became of each row. */
final class ImportCommand {

    static final Map<String, Boolean> OPTIONS = Map.ofEntries(
            Map.entry("map", true),
            Map.entry("key", true),
            Map.entry("profile", true),
            Map.entry("mode", true),
            Map.entry("value", true),
            Map.entry("date-format", true),
            Map.entry("currency", true),
            Map.entry("encoding", true),
            Map.entry("delimiter", true),
            Map.entry("sheet", true),
            Map.entry("dry-run", false),
            Map.entry("no-guess", false),
            Map.entry("url", true),
            Map.entry("home", true));

    private static final Set<String> MODES = Set.of("create", "update", "upsert");
    private static final Set<String> OVER = Set.of("done", "failed", "cancelled", "undone", "interrupted");
    private static final int POLL_MILLIS = 200;

    private final PrintStream out;
    private final PrintStream err;

    ImportCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(Arguments arguments) throws IOException, InterruptedException {
        String type = arguments.word(0, "the type");
        Path file = Path.of(arguments.word(1, "the file"));
        arguments.atMost(2);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadUsage("cannot read " + file);
        }
        ObjectNode options = options(arguments);
        RestClient client = Main.client(arguments);
        JsonNode status = client.upload("/imports", file, Map.of("type", type, "options", options.toString()));
        status = await(client, status);
        return report(client, status, file, arguments.has("dry-run"));
    }

    static ObjectNode options(Arguments arguments) {
        ObjectNode options = RestClient.JSON.createObjectNode();
        String mode = arguments.option("mode", "create");
        if (!MODES.contains(mode)) {
            throw new BadUsage("--mode is create, update or upsert, not " + mode);
        }
        options.put("mode", mode).put("dryRun", arguments.has("dry-run"));
        if (arguments.has("no-guess")) {
            options.put("guess", false);
        }
        put(options, "key", arguments.option("key", null));
        put(options, "profile", arguments.option("profile", null));
        put(options, "dateFormat", arguments.option("date-format", null));
        put(options, "currency", arguments.option("currency", null));
        put(options, "encoding", arguments.option("encoding", null));
        put(options, "delimiter", arguments.option("delimiter", null));
        put(options, "sheet", arguments.option("sheet", null));
        if (!arguments.all("map").isEmpty()) {
            ObjectNode map = options.putObject("map");
            for (String pair : arguments.all("map")) {
                int equals = splitAt(pair, '=', 1, "--map FIELD=COLUMN");
                String field = pair.substring(0, equals);
                if (map.has(field)) {
                    throw new BadUsage("--map " + field + " is given twice: choose one column");
                }
                map.put(field, pair.substring(equals + 1));
            }
        }
        if (!arguments.all("value").isEmpty()) {
            ObjectNode values = options.putObject("value");
            for (String triple : arguments.all("value")) {
                int colon = splitAt(triple, ':', 1, "--value COLUMN:FROM=TO");
                int equals = splitAt(triple, '=', colon + 2, "--value COLUMN:FROM=TO");
                values.withObject("/"
                                + triple.substring(0, colon).replace("~", "~0").replace("/", "~1"))
                        .put(triple.substring(colon + 1, equals), triple.substring(equals + 1));
            }
        }
        return options;
    }

    /** @param least characters before the mark */
    private static int splitAt(String word, char mark, int least, String form) {
        int place = word.indexOf(mark, least);
        if (place < 0) {
            throw new BadUsage("expected " + form + ", not " + word);
        }
        return place;
    }

    private static void put(ObjectNode options, String name, String value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    private JsonNode await(RestClient client, JsonNode started) throws IOException, InterruptedException {
        JsonNode status = started;
        long shown = -1;
        while (!OVER.contains(status.path("state").asText())) {
            Thread.sleep(POLL_MILLIS);
            status = client.get("/imports/" + started.path("id").asText());
            if (status.path("done").asLong() != shown) {
                shown = status.path("done").asLong();
                err.print("\r" + shown + " of " + status.path("total").asLong() + " rows");
            }
        }
        err.println();
        return status;
    }

    private int report(RestClient client, JsonNode status, Path file, boolean dryRun)
            throws IOException, InterruptedException {
        new ImportReport(status).lines().forEach(out::println);
        long failed = status.path("failed").asLong();
        if (failed > 0 && !dryRun) {
            Path errors = file.resolveSibling(file.getFileName() + ".errors.csv");
            client.download("/imports/" + status.path("id").asText() + "/errors", errors);
            out.println("rows that failed, with the reason: " + errors);
        }
        if (!"done".equals(status.path("state").asText())) {
            throw new Refused("the import is " + status.path("state").asText()
                    + (status.path("message").isTextual()
                            ? ": " + status.path("message").asText()
                            : ""));
        }
        return failed > 0 ? Main.SOME_FAILED : Main.DONE;
    }
}
