package org.sencrm.itests;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.nio.file.Files;
import java.nio.file.Path;

/** A vendor's add-on that contributes to the screens. */
final class SampleScreens {

    static final String NAME = "acme-clock";

    private static final Path SOURCE = Path.of("src", "fixtures", NAME);

    private SampleScreens() {}

    /** Builds the signed package; beside it lies the vendor's certificate, {@code acme.pem}. */
    static Path build() throws Exception {
        Path target = Files.createDirectories(Path.of("target", "screens").toAbsolutePath());
        Path classes = Files.createDirectories(target.resolve("classes"));
        SampleBundle.compile(SOURCE, classes);
        Path bundle = target.resolve(NAME + ".jar");
        try (Builder builder = new Builder()) {
            builder.addClasspath(classes.toFile());
            builder.setProperty("Bundle-SymbolicName", NAME);
            builder.setProperty("Bundle-Version", "1.0.0");
            builder.setProperty("Private-Package", "com.acme.clock");
            builder.setProperty("-noimportjava", "true");
            builder.setProperty(
                    "-includeresource", "OSGI-INF=" + SOURCE.resolve("OSGI-INF").toAbsolutePath());
            builder.setProperty("CRM-Messages", "true");
            try (Jar jar = builder.build()) {
                jar.write(bundle.toFile());
            }
        }
        SamplePackages packages = new SamplePackages(target);
        packages.writeCertificate();
        packages.pack(NAME, "1.0.0", bundle);
        return target.resolve(NAME + "-1.0.0.kar");
    }
}
