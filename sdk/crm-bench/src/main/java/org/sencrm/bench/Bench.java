package org.sencrm.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bench [--rows N] [--json FILE]}: starts the product in a fresh home, fills it through an import, and prints one
 * line a figure: {@code name value unit floor=VALUE ratio=R goal=G ok|short}. The floor is plain JDBC on embedded Derby
 * with a table and rows of the same shape, measured in the same run.
 */
public final class Bench {

    private static final int DEFAULT_ROWS = 100_000;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        int rows = DEFAULT_ROWS;
        Path json = null;
        for (int i = 0; i < arguments.length; i++) {
            boolean hasValue = i + 1 < arguments.length;
            switch (arguments[i]) {
                case "--rows" -> rows = hasValue ? number(arguments[++i]) : badUsage("--rows needs a value");
                case "--json" ->
                    json = hasValue ? Path.of(arguments[++i]) : Path.of("" + badUsage("--json needs a value"));
                default -> badUsage("no such option: " + arguments[i]);
            }
        }
        List<Figure> figures = new ArrayList<>();
        Path folder = Files.createTempDirectory("sencrm-bench");
        try (Floor floor = new Floor(folder.resolve("floor"), rows);
                Product product = new Product(folder.resolve("home"))) {
            new Run(product, floor, rows, folder, figure -> {
                        figures.add(figure);
                        System.out.println(figure.line());
                    })
                    .all();
        } finally {
            Folders.delete(folder);
        }
        if (json != null) {
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), figures);
        }
    }

    private static int number(String word) {
        return word.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(word) : badUsage("--rows is a number, not " + word);
    }

    private static int badUsage(String message) {
        System.err.println("crm: bench: " + message);
        System.exit(2);
        return 0;
    }
}
