package org.sencrm.kar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.sencrm.modules.pack.ApiRange;
import org.sencrm.modules.pack.BundleFacts;
import org.sencrm.modules.pack.Descriptor;
import org.sencrm.modules.pack.FeatureXml;
import org.sencrm.modules.pack.MavenPath;

/** What goes into a package, worked out from the bundles, the pom and the module's folder. */
final class KarFile {

    private static final String CORE = "crm-core";
    private static final String UI = "crm-ui";
    private static final long NO_CLOCK = 1_767_225_600_000L;

    private final MavenProject project;
    private final String version;
    private final Bundles bundles;
    private final ModuleFolder folder;

    /** @param version of the module; that of the project, or a build of it */
    KarFile(MavenProject project, String version, Bundles bundles, ModuleFolder folder) {
        this.project = project;
        this.version = version;
        this.bundles = bundles;
        this.folder = folder;
    }

    /** The module's feature: bundles with screens come beside the host of screens, unless the module itself is one. */
    FeatureXml feature() throws IOException {
        List<String> needs = new ArrayList<>(List.of(CORE));
        if (bundles.isOfScreens(bundles.own())) {
            needs.add(UI);
        }
        new TreeMap<>(folder.asked().requires()).forEach((id, range) -> needs.add(id + "/" + range));
        List<String> always = new ArrayList<>();
        List<String> screens = new ArrayList<>();
        for (MavenPath bundle : bundles.files().keySet()) {
            boolean besideHost = bundles.isOfScreens(bundle) && !bundle.equals(bundles.own());
            (besideHost ? screens : always).add(bundle.location());
        }
        Map<String, List<String>> conditional = screens.isEmpty() ? Map.of() : Map.of(UI, screens);
        return new FeatureXml(bundles.id(), version, needs, always, conditional);
    }

    /** Writes the package, not yet signed. */
    void write(Path target) throws IOException {
        Map<String, byte[]> small = new TreeMap<>();
        small.put(
                new MavenPath(project.getGroupId(), project.getArtifactId(), project.getVersion()).features(),
                feature().text().getBytes(StandardCharsets.UTF_8));
        small.put(Descriptor.FOLDER + "module.json", descriptor().json());
        Map<String, Path> large = new TreeMap<>();
        bundles.files().forEach((path, file) -> large.put(path.jar(), file));
        folder.files().forEach((name, file) -> large.put(Descriptor.FOLDER + name, file));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Map.Entry<String, byte[]> entry : small.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
            for (Map.Entry<String, Path> entry : large.entrySet()) {
                put(zip, entry.getKey(), Files.readAllBytes(entry.getValue()));
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NO_CLOCK);
        zip.putNextEntry(entry);
        zip.write(content);
    }

    private Descriptor descriptor() throws IOException {
        ModuleFolder.Asked asked = folder.asked();
        String key = "module." + bundles.id();
        return new Descriptor(
                Descriptor.FORMAT,
                bundles.id(),
                version,
                vendor(),
                orElse(bundles.texts(key), own().getName()),
                orElse(bundles.texts(key + ".description"), own().getDescription()),
                ApiRange.of(bundles.facts().values()),
                asked.requires(),
                new Descriptor.Permissions(asked.records(), asked.hosts(), asked.files()),
                bundles.facts().values().stream()
                        .map(BundleFacts::schema)
                        .filter(Objects::nonNull)
                        .toList(),
                parts(),
                folder.icon().orElse(null),
                folder.screenshots(),
                folder.changes());
    }

    private String vendor() {
        return own().getOrganization() == null
                ? project.getGroupId()
                : own().getOrganization().getName();
    }

    /** The pom as it was written: what is only inherited speaks of somebody else. */
    private Model own() {
        return project.getOriginalModel();
    }

    private List<Descriptor.Part> parts() {
        List<Descriptor.Part> parts = new ArrayList<>();
        bundles.facts()
                .forEach((path, facts) -> parts.add(new Descriptor.Part(facts.name(), facts.version(), path.jar())));
        return parts;
    }

    private static Map<String, String> orElse(Map<String, String> texts, String otherwise) {
        return !texts.isEmpty() || otherwise == null ? texts : Map.of("en", otherwise);
    }
}
