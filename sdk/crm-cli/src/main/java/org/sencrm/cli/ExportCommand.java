package org.sencrm.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code export TYPE FILE}: csv, xlsx or jsonl by the file's ending. */
final class ExportCommand {

    static final Map<String, Boolean> OPTIONS = Map.of("filter", true, "url", true, "home", true);

    private static final Set<String> FORMATS = Set.of("csv", "xlsx", "jsonl");

    private final PrintStream out;

    ExportCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) throws IOException, InterruptedException {
        String type = arguments.word(0, "the type");
        Path file = Path.of(arguments.word(1, "the file"));
        arguments.atMost(2);
        String name = file.getFileName().toString();
        String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            throw new BadUsage("the file's name must end in .csv, .xlsx or .jsonl: " + name);
        }
        String path = "/" + RestClient.encode(type) + "/export?format=" + format + "&filter="
                + RestClient.encode(arguments.option("filter", ""));
        Main.client(arguments).download(path, file);
        out.println("written: " + file);
        return Main.DONE;
    }
}
