package org.sencrm.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code configuration export|promote FILE}: what the company set up of its own, from one installation to another. */
final class ConfigurationCommand {

    static final Map<String, Boolean> OPTIONS = Map.of("dry-run", false, "url", true, "home", true);

    private static final String ADDRESS = "/configuration";

    private final PrintStream out;

    ConfigurationCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) throws IOException, InterruptedException {
        String verb = arguments.word(0, "export or promote");
        Path file = Path.of(arguments.word(1, "the file"));
        arguments.atMost(2);
        return switch (verb) {
            case "export" -> export(arguments, file);
            case "promote" -> promote(arguments, file);
            default -> throw new BadUsage("no such command: configuration " + verb);
        };
    }

    private int export(Arguments arguments, Path file) throws IOException, InterruptedException {
        if (arguments.has("dry-run")) {
            throw new BadUsage("--dry-run goes with configuration promote");
        }
        Main.client(arguments).download(ADDRESS, file);
        out.println("written: " + file);
        return Main.DONE;
    }

    private int promote(Arguments arguments, Path file) throws IOException, InterruptedException {
        JsonNode configuration = read(file);
        String address = ADDRESS + "?dryRun=" + arguments.has("dry-run");
        JsonNode promotion = Main.client(arguments).post(address, configuration);
        new PromotionReport(promotion).lines().forEach(out::println);
        return promotion.path("refused").asLong() > 0 ? Main.SOME_FAILED : Main.DONE;
    }

    private static JsonNode read(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadUsage("cannot read " + file);
        }
        try {
            return RestClient.JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new BadUsage(file + " is no JSON");
        }
    }
}
