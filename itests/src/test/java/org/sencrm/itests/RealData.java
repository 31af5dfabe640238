package org.sencrm.itests;

import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

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
}
