package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** Who may know whom, read from the manifests of the bundles as they were built. */
public class ManifestIT {

    private static final Path ROOT = Path.of(System.getProperty("crm.root", ".."));
    private static final Set<String> INNER = Set.of("org.sencrm.core", "org.sencrm.rest", "org.sencrm.modules");

    @Test
    public void nobodyImportsOptionallyOrDynamically() throws Exception {
        List<String> found = new ArrayList<>();
        ours().forEach((name, manifest) -> {
            if (manifest.getMainAttributes().getValue("DynamicImport-Package") != null) {
                found.add(name + ": DynamicImport-Package");
            }
            if (header(manifest, "Import-Package").contains("resolution:=optional")) {
                found.add(name + ": optional import");
            }
        });
        assertEquals(List.of(), found);
    }

    @Test
    public void nobodyRequiresABundleOrIsAFragment() throws Exception {
        List<String> found = new ArrayList<>();
        ours().forEach((name, manifest) -> {
            for (String forbidden : List.of("Require-Bundle", "Fragment-Host")) {
                if (manifest.getMainAttributes().getValue(forbidden) != null) {
                    found.add(name + ": " + forbidden);
                }
            }
        });
        assertEquals(List.of(), found);
    }

    @Test
    public void theApiImportsNothingOfOthers() throws Exception {
        List<String> others = packages(header(ours().get("crm-api"), "Import-Package")).stream()
                .filter(name -> !name.startsWith("java.") && !name.startsWith("org.sencrm.api"))
                .toList();
        assertEquals(List.of(), others);
    }

    @Test
    public void nobodyImportsTheInnerBundles() throws Exception {
        List<String> found = new ArrayList<>();
        ours().forEach((name, manifest) -> packages(header(manifest, "Import-Package")).stream()
                .filter(imported -> INNER.stream().anyMatch(imported::startsWith)
                        || (imported.startsWith("org.sencrm.ui") && !imported.equals("org.sencrm.ui.api")))
                .forEach(imported -> found.add(name + " imports " + imported)));
        assertEquals(List.of(), found);
    }

    @Test
    public void onlyTheModulesServiceKnowsKaraf() throws Exception {
        List<String> found = new ArrayList<>();
        ours().forEach((name, manifest) -> packages(header(manifest, "Import-Package")).stream()
                .filter(imported -> imported.startsWith("org.apache.karaf") && !name.equals("crm-modules"))
                .forEach(imported -> found.add(name + " imports " + imported)));
        assertEquals(List.of(), found);
    }

    @Test
    public void anAreaSeesTheApiAndNothingElseOfOurs() throws Exception {
        Set<String> allowed = Set.of(
                "org.sencrm.api",
                "org.sencrm.record",
                "org.sencrm.ui.api",
                "org.sencrm.sales",
                "org.sencrm.tokenkey",
                "org.sencrm.singlesignon",
                "org.sencrm.vietnam");
        List<String> found = new ArrayList<>();
        ours().forEach((name, manifest) -> {
            if (Stream.of("crm-sales", "crm-token-key", "crm-single-sign-on", "crm-vietnam")
                    .anyMatch(name::startsWith)) {
                packages(header(manifest, "Import-Package")).stream()
                        .filter(imported -> imported.startsWith("org.sencrm"))
                        .filter(imported -> allowed.stream().noneMatch(imported::startsWith))
                        .forEach(imported -> found.add(name + " imports " + imported));
            }
        });
        assertEquals(List.of(), found);
    }

    @Test
    public void eachExportedPackageHasItsOwnVersion() throws Exception {
        List<String> found = new ArrayList<>();
        ours().forEach((name, manifest) -> {
            for (String clause : clauses(header(manifest, "Export-Package"))) {
                if (!clause.contains("version=")) {
                    found.add(name + " exports without version: " + clause);
                }
            }
        });
        assertEquals(List.of(), found);
    }

    @Test
    public void eachBundleIsInExactlyOneFeature() throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        Pattern bundle = Pattern.compile("<bundle[^>]*>([^<]*)</bundle>");
        try (var files = Files.walk(ROOT.resolve("features"))) {
            for (Path file : files.filter(path -> path.toString().contains("src/main/feature")
                            && path.toString().endsWith(".xml"))
                    .toList()) {
                Matcher found = bundle.matcher(Files.readString(file));
                while (found.find()) {
                    counts.merge(found.group(1), 1, Integer::sum);
                }
            }
        }
        assertFalse("features name bundles", counts.isEmpty());
        assertEquals(
                Set.of(),
                new TreeSet<>(counts.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .toList()));
    }

    private static Map<String, Manifest> ours() throws IOException {
        Map<String, Manifest> manifests = new TreeMap<>();
        for (String folder : List.of("bundles", "vaadin-ui")) {
            File[] modules = ROOT.resolve(folder).toFile().listFiles(File::isDirectory);
            for (File module : modules) {
                File[] jars = new File(module, "target")
                        .listFiles((dir, name) -> name.matches(module.getName() + "-[0-9].*\\.jar")
                                && !name.contains("-tests")
                                && !name.contains("-sources"));
                if (jars != null && jars.length > 0 && !module.getName().equals("vaadin-runtime")) {
                    try (JarFile jar = new JarFile(jars[0])) {
                        manifests.put(module.getName(), jar.getManifest());
                    }
                }
            }
        }
        assertFalse("built bundles are read", manifests.isEmpty());
        return manifests;
    }

    private static String header(Manifest manifest, String name) {
        String value = manifest.getMainAttributes().getValue(name);
        return value == null ? "" : value;
    }

    private static List<String> packages(String header) {
        return clauses(header).stream()
                .map(clause -> clause.split(";")[0].trim())
                .toList();
    }

    /** Splits at commas outside of quotes. */
    private static List<String> clauses(String header) {
        return header.isEmpty() ? List.of() : List.of(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    }
}
