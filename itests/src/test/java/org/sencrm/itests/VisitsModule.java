package org.sencrm.itests;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.nio.file.Files;
import java.nio.file.Path;

/** A vendor's module with one record type in the menu, as signed packages. */
final class VisitsModule {

    static final String ID = "acme-visits";

    private static final Path SOURCE = Path.of("src", "fixtures", ID);
    private static final String UNIT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <persistence xmlns="http://xmlns.jcp.org/xml/ns/persistence" version="2.1">
              <persistence-unit name="acme-visits" transaction-type="JTA">
                <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>
                <jta-data-source>osgi:service/javax.sql.DataSource/(dataSourceName=acme-visits)</jta-data-source>
                <exclude-unlisted-classes>false</exclude-unlisted-classes>
                <properties>
                  <property name="eclipselink.weaving" value="false"/>
                  <property name="eclipselink.cache.shared.default" value="false"/>
                </properties>
              </persistence-unit>
            </persistence>
            """;

    private final Path folder;
    private final SamplePackages packages;

    /** @param folder where the packages are put */
    VisitsModule(Path folder) throws Exception {
        this.folder = folder;
        this.packages = new SamplePackages(folder);
    }

    /** The vendor's certificate, in PEM form. */
    Path certificate() throws Exception {
        packages.writeCertificate();
        return folder.resolve("acme.pem");
    }

    Path in(String version) throws Exception {
        packages.pack(ID, version, bundle(version));
        return folder.resolve(ID + "-" + version + ".kar");
    }

    private Path bundle(String version) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes-" + version));
        SampleBundle.compile(SOURCE, classes);
        try (Builder builder = new Builder()) {
            builder.addClasspath(classes.toFile());
            builder.setProperty("Bundle-SymbolicName", ID);
            builder.setProperty("Bundle-Version", version);
            builder.setProperty("Private-Package", "com.acme.visits");
            builder.setProperty("-noimportjava", "true");
            builder.setProperty(
                    "Import-Package", "javax.persistence;version=\"[2.1,3)\",org.sencrm.record,org.sencrm.api.record");
            builder.setProperty("CRM-Module", ID);
            builder.setProperty("CRM-Messages", "true");
            builder.setProperty("CRM-Changelog", "db/changelog.xml");
            builder.setProperty("Meta-Persistence", "META-INF/persistence.xml");
            try (Jar jar = builder.build()) {
                jar.putResource("META-INF/persistence.xml", new EmbeddedResource(UNIT, 0));
                jar.putResource("db/changelog.xml", text("changelog.xml"));
                for (String language : new String[] {"en", "vi"}) {
                    String name = "messages_" + language + ".properties";
                    jar.putResource("OSGI-INF/l10n/" + name, text("l10n/" + name));
                }
                Path file = folder.resolve(ID + "-" + version + ".jar");
                jar.write(file.toFile());
                return file;
            }
        }
    }

    private static EmbeddedResource text(String name) throws Exception {
        return new EmbeddedResource(Files.readString(SOURCE.resolve(name)), 0);
    }
}
