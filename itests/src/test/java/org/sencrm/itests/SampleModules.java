package org.sencrm.itests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the container tests install: a vendor's module in two versions, and a feature with nothing in it. */
final class SampleModules {

    private static final Path SOURCES = Path.of("src", "fixtures");

    private SampleModules() {}

    /** Builds what is to be installed; the folder. */
    static Path build() throws Exception {
        Path target = Files.createDirectories(Path.of("target", "fixtures").toAbsolutePath());
        Files.writeString(target.resolve("empty-features.xml"), """
            <?xml version="1.0" encoding="UTF-8"?>
            <features name="crm-nothing" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
              <feature name="crm-nothing" version="1.0.0"/>
            </features>
            """);
        SamplePackages packages = new SamplePackages(target.resolve("repository"));
        packages.writeCertificate();
        for (int version = 1; version <= 2; version++) {
            Path bundle = new SampleBundle("crm-sample", version + ".0.0")
                    .build(target, SOURCES.resolve("crm-sample-" + version));
            packages.pack("crm-sample", version + ".0.0", bundle);
        }
        for (String bad : List.of("throws", "blocks")) {
            String name = "acme-" + bad;
            packages.pack(
                    name,
                    "1.0.0",
                    new SampleBundle(name, "1.0.0")
                            .build(target, SOURCES.resolve("hostile").resolve(bad)));
        }
        packages.pack("acme-future", "1.0.0", future(target));
        return target;
    }

    /** A bundle for a core that does not exist yet. */
    private static Path future(Path target) throws Exception {
        return new SampleBundle("acme-future", "1.0.0")
                .header("Import-Package", "org.sencrm.api.record;version=\"[99,100)\"")
                .build(target);
    }
}
