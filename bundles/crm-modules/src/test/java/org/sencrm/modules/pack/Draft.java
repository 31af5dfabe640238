package org.sencrm.modules.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package of the module acme-visits in the making: whole and good until a test spoils it. */
public final class Draft {

    private static final String CHANGELOG = """
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
          <changeSet id="visits" author="acme"><createTable tableName="@WORD@VISIT"/></changeSet>
        </databaseChangeLog>
        """;

    final Map<String, byte[]> bundles = new LinkedHashMap<>();
    final Map<String, byte[]> files = new LinkedHashMap<>();
    UnaryOperator<Descriptor> said = descriptor -> descriptor;
    UnaryOperator<String> feature = xml -> xml;
    private final Path folder;
    private final String id;
    private final String version;

    private Draft(Path folder, String id, String version) {
        this.folder = folder;
        this.id = id;
        this.version = version;
    }

    public static Draft of(Path folder, String id, String version) throws IOException {
        Draft draft = new Draft(folder, id, version);
        draft.bundle(id, Map.of("CRM-Module", id, "CRM-Changelog", "db/changelog.xml"), Map.of());
        draft.files.put(Descriptor.FOLDER + "icon.svg", text("<svg/>"));
        return draft;
    }

    static Draft good(Path folder) throws IOException {
        return of(folder, "acme-visits", "1.2.0");
    }

    /** Adds a bundle, or replaces the one of this name. */
    Draft bundle(String name, Map<String, String> headers, Map<String, byte[]> more) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "Bundle-ManifestVersion",
                "2",
                "Bundle-SymbolicName",
                name,
                "Bundle-Version",
                Versions.osgi(version),
                "Import-Package",
                "org.sencrm.api.record;version=\"[1.0,2)\",javax.persistence;version=\"[2.2,3)\""));
        all.putAll(headers);
        Map<String, byte[]> content = new LinkedHashMap<>(more);
        content.putIfAbsent("db/changelog.xml", text(CHANGELOG.replace("@WORD@", TableWord.of(id))));
        content.putIfAbsent("com/acme/visits/Visit.class", text("class"));
        bundles.put(new MavenPath("com.acme", name, version).jar(), jar(all, content));
        return this;
    }

    static byte[] jar(Map<String, String> headers, Map<String, byte[]> content) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                jar.putNextEntry(new ZipEntry(file.getKey()));
                jar.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Says to need another module. */
    public Draft requiring(String other, String range) {
        said = d -> new Descriptor(
                d.format(),
                d.id(),
                d.version(),
                d.vendor(),
                d.label(),
                d.description(),
                d.api(),
                Map.of(other, range),
                d.permissions(),
                d.database(),
                d.bundles(),
                d.icon(),
                d.screenshots(),
                d.changes());
        return this;
    }

    /** Says what it uses of others. */
    public Draft using(Map<String, List<String>> records, String... hosts) {
        return saying(new Descriptor.Permissions(records, List.of(hosts), List.of()), List.of());
    }

    /** Names pictures, and brings the first of them. */
    public Draft showing(String... screenshots) {
        files.put(Descriptor.FOLDER + screenshots[0], text("picture"));
        files.put(Descriptor.FOLDER + "changes_en.md", text("- New"));
        return saying(null, List.of(screenshots));
    }

    private Draft saying(Descriptor.Permissions permissions, List<String> screenshots) {
        said = d -> new Descriptor(
                d.format(),
                d.id(),
                d.version(),
                d.vendor(),
                d.label(),
                d.description(),
                d.api(),
                d.requires(),
                permissions,
                d.database(),
                d.bundles(),
                d.icon(),
                screenshots,
                screenshots.isEmpty() ? Map.of() : Map.of("en", "changes_en.md"));
        return this;
    }

    /** The package, not signed. */
    public Path write() throws IOException {
        List<BundleFacts> facts = facts();
        List<String> locations = bundles.keySet().stream()
                .map(path -> MavenPath.of(path).orElseThrow().location())
                .toList();
        FeatureXml xml = new FeatureXml(id, version, List.of("crm-core"), locations, Map.of());
        Map<String, byte[]> all = new LinkedHashMap<>(bundles);
        all.put(new MavenPath("com.acme", id, version).features(), text(feature.apply(xml.text())));
        all.put(Descriptor.FILE, said.apply(descriptor(facts)).json());
        all.putAll(files);
        Path file = Files.createTempFile(folder, "draft", ".kar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                new ByteArrayInputStream(entry.getValue()).transferTo(zip);
            }
        }
        return file;
    }

    private List<BundleFacts> facts() throws IOException {
        List<BundleFacts> facts = new ArrayList<>();
        for (byte[] content : bundles.values()) {
            Path file = Files.createTempFile(folder, "bundle", ".jar");
            Files.write(file, content);
            facts.add(BundleFacts.read(file));
        }
        return facts;
    }

    private Descriptor descriptor(List<BundleFacts> facts) {
        List<Descriptor.Part> parts = new ArrayList<>();
        List<String> paths = List.copyOf(bundles.keySet());
        for (int i = 0; i < facts.size(); i++) {
            parts.add(new Descriptor.Part(facts.get(i).name(), facts.get(i).version(), paths.get(i)));
        }
        return new Descriptor(
                Descriptor.FORMAT,
                id,
                version,
                "Acme",
                Map.of("en", "Visits", "vi", "Thăm khách hàng"),
                Map.of("en", "Plans visits.", "vi", "Lên lịch thăm khách."),
                ApiRange.of(facts),
                Map.of(),
                null,
                facts.stream().map(BundleFacts::schema).filter(Objects::nonNull).toList(),
                parts,
                "icon.svg",
                List.of(),
                Map.of());
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
