package org.sencrm.kar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;
import org.sencrm.modules.pack.BundleFacts;
import org.sencrm.modules.pack.MavenPath;

/** The bundles of a module, as they were built, and which of them is the module. */
final class Bundles {

    private static final List<String> LANGUAGES = List.of("vi", "en");
    private static final String SCREENS = "org.sencrm.ui.api";
    private static final String VAADIN = "com.vaadin.";

    private final Map<MavenPath, Path> files = new LinkedHashMap<>();
    private final Map<MavenPath, BundleFacts> facts = new LinkedHashMap<>();

    void add(Artifact artifact) throws IOException, MojoFailureException {
        Path file = artifact.getFile().toPath();
        MavenPath path = new MavenPath(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion());
        try {
            facts.put(path, BundleFacts.read(file));
            files.put(path, file);
        } catch (RuntimeException e) {
            throw new MojoFailureException(
                    file.getFileName() + " is no bundle that a module may bring (" + e.getMessage()
                            + "); a library is embedded and its dependency marked optional",
                    e);
        }
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    Map<MavenPath, Path> files() {
        return files;
    }

    Map<MavenPath, BundleFacts> facts() {
        return facts;
    }

    /** The one with records, else the first one. */
    MavenPath own() {
        return facts.entrySet().stream()
                .filter(entry -> entry.getValue().module() != null)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> facts.keySet().iterator().next());
    }

    String id() {
        return facts.get(own()).name();
    }

    /** Whether a bundle has to do with screens. */
    boolean isOfScreens(MavenPath bundle) {
        return facts.get(bundle).imports().keySet().stream()
                .anyMatch(name -> name.equals(SCREENS) || name.startsWith(VAADIN));
    }

    /** The text of this key in the module's message files, by language; missing ones are left out. */
    Map<String, String> texts(String key) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files.values()) {
            try (ZipFile jar = new ZipFile(file.toFile())) {
                for (String language : LANGUAGES) {
                    ZipEntry entry = jar.getEntry("OSGI-INF/l10n/messages_" + language + ".properties");
                    if (entry != null) {
                        String text = text(jar, entry, key);
                        if (text != null) {
                            texts.putIfAbsent(language, text);
                        }
                    }
                }
            }
        }
        return texts;
    }

    private static String text(ZipFile jar, ZipEntry entry, String key) throws IOException {
        Properties all = new Properties();
        try (Reader reader = new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8)) {
            all.load(reader);
        }
        return all.getProperty(key);
    }
}
