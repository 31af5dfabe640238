package org.sencrm.kar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Model;
import org.apache.maven.model.Organization;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.modules.pack.Descriptor;
import org.sencrm.modules.pack.ModulePackage;
import org.sencrm.modules.pack.Neighbours;
import org.sencrm.modules.pack.PackageReader;
import org.sencrm.modules.pack.Signer;
import org.sencrm.modules.pack.Terms;
import org.sencrm.modules.pack.TrustStore;

/** What the build makes is what the product reads, and nothing in it was typed twice. */
class KarFileTest {

    private String version = "1.0.0";

    @TempDir
    Path folder;

    private final Bundles bundles = new Bundles();

    @BeforeEach
    void writeTheModulesFolder() throws IOException {
        Path crm = Files.createDirectories(folder.resolve("crm/screenshots")).getParent();
        Files.writeString(crm.resolve("module.json"), """
                {"requires": {"crm-sales": "[0.1,1)"}, "records": {"accounts": ["read"]}, "hosts": ["api.acme.example"]}
                """);
        Files.writeString(crm.resolve("icon.svg"), "<svg/>");
        Files.writeString(crm.resolve("screenshots/2.png"), "two");
        Files.writeString(crm.resolve("screenshots/1.png"), "one");
        Files.writeString(crm.resolve("changes_en.md"), "New.");
        Files.writeString(crm.resolve("notes.txt"), "not for others");
    }

    @Test
    void thePackageIsReadByTheProduct() throws Exception {
        addDomain("com/acme/visits/Visit.class");
        addScreens();

        ModulePackage read = build();

        assertEquals(Signer.Kind.DEVELOPMENT, read.signer().kind());
        Descriptor made = read.descriptor();
        assertEquals("acme-visits 1.0.0 Acme", made.id() + " " + made.version() + " " + made.vendor());
        assertEquals(Map.of("en", "Visits", "vi", "Thăm khách hàng"), made.label());
        assertEquals(Map.of("en", "Visits to customers."), made.description());
        assertEquals("[1.2.0,2.0.0)", made.api().get("org.sencrm.api.record"));
        assertEquals(Map.of("crm-sales", "[0.1,1)"), made.requires());
        assertEquals(List.of("api.acme.example"), made.permissions().hosts());
        assertEquals(
                "ACME_VISITS_VISIT",
                made.database().get(0).steps().get(0).tables().get(0));
        assertEquals(List.of("screenshots/1.png", "screenshots/2.png"), made.screenshots());
        assertTrue(read.digests().containsKey("META-INF/crm/screenshots/1.png"));
        assertTrue(!read.digests().containsKey("META-INF/crm/notes.txt"));
    }

    @Test
    void screensComeOnlyBesideTheirHost() throws Exception {
        addDomain("com/acme/visits/Visit.class");
        addScreens();

        ModulePackage read = build();

        assertEquals(List.of("mvn:com.acme/acme-visits/1.0.0"), read.feature().bundles());
        assertEquals(
                Map.of("crm-ui", List.of("mvn:com.acme/acme-visits-ui/1.0.0")),
                read.feature().conditional());
        assertEquals(List.of("crm-core", "crm-sales/[0.1,1)"), read.feature().features());
    }

    @Test
    void aModuleInOneBundleWithScreensNeedsTheHost() throws Exception {
        add("acme-panel", Map.of("Import-Package", "org.sencrm.ui.api;version=\"[1,2)\""), Map.of());

        assertEquals(
                List.of("crm-core", "crm-ui", "crm-sales/[0.1,1)"),
                build().feature().features());
    }

    @Test
    void whatTheProductWouldRefuseFailsInTheBuild() throws Exception {
        addDomain("org/sencrm/visits/Visit.class");

        assertTrue(assertThrows(InvalidRequest.class, this::build)
                .getMessage()
                .contains("tries to replace a part of the core"));
    }

    @Test
    void aLibraryThatIsNoBundleIsNamed() throws Exception {
        Path library = folder.resolve("library-1.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(library))) {
            jar.putNextEntry(new ZipEntry("x"));
        }

        assertTrue(assertThrows(MojoFailureException.class, () -> bundles.add(artifact("library", library)))
                .getMessage()
                .contains("library-1.jar is no bundle"));
    }

    @Test
    void aMisspelledPermissionIsNotOverlooked() throws Exception {
        addDomain("com/acme/visits/Visit.class");
        Files.writeString(folder.resolve("crm/module.json"), "{\"host\": [\"api.acme.example\"]}");

        assertThrows(IOException.class, this::build);
    }

    @Test
    void aBuildOnTheWayToAVersionHasOneOfItsOwn() throws Exception {
        version = "1.0.1.dev-20260301080000000";
        addDomain("com/acme/visits/Visit.class");

        assertEquals(version, build().version());
    }

    private ModulePackage build() throws Exception {
        Path plain = folder.resolve("plain.kar");
        Path signed = folder.resolve("signed.kar");
        new KarFile(project(), version, bundles, new ModuleFolder(folder.resolve("crm"))).write(plain);
        SigningKey.development(folder.resolve("keys")).sign(plain, signed, null);
        TrustStore nobody = new TrustStore(folder.resolve("none"), folder.resolve("none"));
        Clock now = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(1));
        return new PackageReader(nobody, new EnglishMessages(), now)
                .read(signed, new Terms(Locale.ENGLISH, true, false, false), Neighbours.NONE);
    }

    private static MavenProject project() {
        Model model = new Model();
        model.setGroupId("com.acme");
        model.setArtifactId("acme-visits");
        model.setVersion("1.0.0");
        model.setDescription("Visits to customers.");
        Organization acme = new Organization();
        acme.setName("Acme");
        model.setOrganization(acme);
        MavenProject project = new MavenProject(model);
        project.setOriginalModel(model);
        return project;
    }

    private void addDomain(String type) throws Exception {
        add(
                "acme-visits",
                Map.of(
                        "CRM-Module", "acme-visits",
                        "CRM-Changelog", "db/changelog.xml",
                        "Import-Package", "org.sencrm.api.record;version=\"[1.1,2)\""),
                Map.of(
                        type,
                        "class",
                        "OSGI-INF/l10n/messages_en.properties",
                        "module.acme-visits=Visits",
                        "OSGI-INF/l10n/messages_vi.properties",
                        "module.acme-visits=Thăm khách hàng",
                        "db/changelog.xml",
                        """
                                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                                  <changeSet id="visits" author="acme"><createTable tableName="ACME_VISITS_VISIT"/></changeSet>
                                </databaseChangeLog>
                                """));
    }

    private void addScreens() throws Exception {
        String imports = "org.sencrm.ui.api;version=\"[1,2)\",org.sencrm.api.record;version=\"[1.2,2)\"";
        add("acme-visits-ui", Map.of("Import-Package", imports), Map.of());
    }

    private void add(String name, Map<String, String> headers, Map<String, String> content) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        Path file = folder.resolve(name + "-1.0.0.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Map.Entry<String, String> entry : content.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        bundles.add(artifact(name, file));
    }

    private static Artifact artifact(String name, Path file) {
        Artifact artifact = new DefaultArtifact(
                "com.acme", name, "1.0.0", "compile", "jar", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(file.toFile());
        return artifact;
    }
}
