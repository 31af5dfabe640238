package org.sencrm.itests;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the container tests install: a vendor's module in two versions, and a feature with nothing in it. */
final class SampleModules {

    private static final String UNIT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <persistence xmlns="http://xmlns.jcp.org/xml/ns/persistence" version="2.1">
              <persistence-unit name="crm-sample" transaction-type="JTA">
                <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>
                <jta-data-source>osgi:service/javax.sql.DataSource/(dataSourceName=crm-sample)</jta-data-source>
                <exclude-unlisted-classes>false</exclude-unlisted-classes>
                <properties>
                  <property name="eclipselink.weaving" value="false"/>
                  <property name="eclipselink.cache.shared.default" value="false"/>
                </properties>
              </persistence-unit>
            </persistence>
            """;

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
        module(target, 1);
        module(target, 2);
        addOn(target, "acme-throws");
        addOn(target, "acme-blocks");
        future(target);
        SamplePackages packages = new SamplePackages(target.resolve("repository"));
        packages.writeCertificate();
        packages.pack("crm-sample", "1.0.0", target.resolve("crm-sample-1.jar"));
        packages.pack("crm-sample", "2.0.0", target.resolve("crm-sample-2.jar"));
        for (String name : List.of("acme-throws", "acme-blocks", "acme-future")) {
            packages.pack(name, "1.0.0", target.resolve(name + ".jar"));
        }
        return target;
    }

    /** A bundle whose activator does what its name says. */
    private static void addOn(Path target, String name) throws Exception {
        Path classes = Files.createDirectories(target.resolve("classes-" + name));
        compile(Path.of("src", "fixtures", name, "com/acme/Start.java"), classes);
        try (Builder builder = new Builder()) {
            builder.addClasspath(classes.toFile());
            builder.setProperty("Bundle-SymbolicName", name);
            builder.setProperty("Bundle-Version", "1.0.0");
            builder.setProperty("Private-Package", "com.acme");
            builder.setProperty("-noimportjava", "true");
            builder.setProperty("Bundle-Activator", "com.acme.Start");
            try (Jar jar = builder.build()) {
                jar.write(target.resolve(name + ".jar").toFile());
            }
        }
    }

    private static void module(Path target, int version) throws Exception {
        Path source = Path.of("src", "fixtures", "crm-sample-" + version);
        Path classes = target.resolve("classes-" + version);
        Files.createDirectories(classes);
        compile(source.resolve("com/acme/sample/Sample.java"), classes);
        try (Builder builder = new Builder()) {
            builder.addClasspath(classes.toFile());
            builder.setProperty("Bundle-SymbolicName", "crm-sample");
            builder.setProperty("Bundle-Version", version + ".0.0");
            builder.setProperty("Private-Package", "com.acme.sample");
            builder.setProperty("-noimportjava", "true");
            builder.setProperty(
                    "Import-Package", "javax.persistence;version=\"[2.1,3)\",org.sencrm.record,org.sencrm.api.record");
            builder.setProperty("CRM-Module", "crm-sample");
            builder.setProperty("CRM-Changelog", "db/changelog.xml");
            builder.setProperty("Meta-Persistence", "META-INF/persistence.xml");
            try (Jar jar = builder.build()) {
                jar.putResource("META-INF/persistence.xml", new aQute.bnd.osgi.EmbeddedResource(UNIT, 0));
                jar.putResource(
                        "db/changelog.xml",
                        new aQute.bnd.osgi.EmbeddedResource(Files.readString(source.resolve("changelog.xml")), 0));
                jar.write(target.resolve("crm-sample-" + version + ".jar").toFile());
            }
        }
    }

    /** A bundle for a core that does not exist yet. */
    private static void future(Path target) throws Exception {
        try (Builder builder = new Builder()) {
            builder.setProperty("Bundle-SymbolicName", "acme-future");
            builder.setProperty("Bundle-Version", "1.0.0");
            builder.setProperty("Import-Package", "org.sencrm.api.record;version=\"[99,100)\"");
            builder.setProperty("-resourceonly", "true");
            try (Jar jar = builder.build()) {
                jar.write(target.resolve("acme-future.jar").toFile());
            }
        }
    }

    static void compile(Path source, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            null,
                            files,
                            null,
                            List.of(
                                    "--release",
                                    "17",
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    System.getProperty(
                                            "surefire.test.class.path", System.getProperty("java.class.path"))),
                            null,
                            files.getJavaFileObjects(new File(source.toString())))
                    .call();
            if (!done) {
                throw new IllegalStateException("the sample module does not compile");
            }
        }
    }
}
