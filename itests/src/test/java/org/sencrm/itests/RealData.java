package org.sencrm.itests;

import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The year of sales on which the product is tried; a test that needs it is skipped where it is absent. */
final class RealData {

    private RealData() {}

    static Path file(String name) {
        String given = System.getenv("CRM_REAL_DATA");
        Path folder = given != null
                ? Path.of(given)
                : Path.of(System.getProperty("crm.root", "..")).resolve("../shared/data/maven-crm-sales");
        Path file = folder.resolve(name);
        assumeTrue("the real data is not here: " + folder, Files.isReadable(file));
        return file.toAbsolutePath().normalize();
    }

    /** The rows of a file, each by the names of its columns. No cell of these files is quoted. */
    static List<Map<String, String>> rows(String name) throws IOException {
        List<String> lines = Files.readAllLines(file(name));
        String[] columns = lines.get(0).split(",");
        return lines.stream().skip(1).map(line -> row(columns, line)).toList();
    }

    private static Map<String, String> row(String[] columns, String line) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return row;
    }
}
