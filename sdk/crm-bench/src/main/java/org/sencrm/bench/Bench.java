package org.sencrm.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code bench [--rows N] [--modules | --customers [--db ADDRESS] | --access [--db ADDRESS]] [--json FILE]}: starts the product in a fresh home, fills it through an import, and prints one
 * line a figure: {@code name value unit floor=VALUE ratio=R goal=G ok|short}. The floor is plain JDBC on embedded Derby
 * with a table and rows of the same shape, measured in the same run. With {@code --modules} the figures are those of an
 * area that comes and goes; the floor of its load is the same load while nothing changes. With {@code --customers} they are
 * those of N accounts and N contacts; on PostgreSQL the floor reads the product's own table. With {@code --access} they say what the
 * access gate costs on N accounts; the floor is what an administrator waits for the same.
 */
public final class Bench {

    private static final int DEFAULT_ROWS = 100_000;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        int rows = DEFAULT_ROWS;
        boolean modules = false;
        boolean customers = false;
        boolean access = false;
        String database = null;
        Path json = null;
        for (int i = 0; i < arguments.length; i++) {
            boolean hasValue = i + 1 < arguments.length;
            switch (arguments[i]) {
                case "--rows" -> rows = hasValue ? number(arguments[++i]) : badUsage("--rows needs a value");
                case "--modules" -> modules = true;
                case "--customers" -> customers = true;
                case "--access" -> access = true;
                case "--db" -> database = hasValue ? arguments[++i] : "" + badUsage("--db needs a value");
                case "--json" ->
                    json = hasValue ? Path.of(arguments[++i]) : Path.of("" + badUsage("--json needs a value"));
                default -> badUsage("no such option: " + arguments[i]);
            }
        }
        List<Figure> figures = new ArrayList<>();
        Consumer<Figure> found = figure -> {
            figures.add(figure);
            System.out.println(figure.line());
        };
        Path folder = Files.createTempDirectory("sencrm-bench");
        try (Product product = new Product(folder.resolve("home"), database)) {
            if (modules) {
                new ModuleRun(product, found).all();
            } else if (access) {
                new AccessRun(product, rows, folder, found).all();
            } else if (customers) {
                customers(product, rows, folder, database, found);
            } else {
                withFloor(product, rows, folder, found);
            }
        } finally {
            Folders.delete(folder);
        }
        if (json != null) {
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), figures);
        }
    }

    private static void withFloor(Product product, int rows, Path folder, Consumer<Figure> found) throws Exception {
        try (Floor floor = new Floor(folder.resolve("floor"), rows)) {
            new Run(product, floor, rows, folder, found).all();
        }
    }

    private static void customers(Product product, int rows, Path folder, String database, Consumer<Figure> found)
            throws Exception {
        CustomerRun run = new CustomerRun(product, rows, folder, found);
        run.fill();
        if (database == null) {
            try (Floor floor = new Floor(folder.resolve("floor"), rows)) {
                run.measure(floor);
            }
        } else {
            try (PostgresFloor floor = new PostgresFloor(database, Floor.MIDDLE)) {
                run.measure(floor);
            }
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
