package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.sencrm.modules.pack.Descriptor.Schema;

/**
 * What a bundle's own file says: the facts that a descriptor is written from and compared with.
 *
 * @param name symbolic name
 * @param module word of the module whose tables it keeps; null where it keeps none
 * @param schema its database steps; null where it has none
 * @param contents packages of the classes that it carries
 * @param tables names of all tables, views and sequences that its database steps touch
 */
public record BundleFacts(
        String name,
        String version,
        String module,
        Map<String, String> imports,
        Set<String> exports,
        Set<String> contents,
        List<String> forbidden,
        Schema schema,
        Set<String> tables) {

    private static final Set<String> FORBIDDEN = Set.of(
            "Fragment-Host",
            "Require-Bundle",
            "DynamicImport-Package",
            "ExtensionBundle-Activator",
            "Bundle-NativeCode");
    private static final Pattern OTHER_RELEASE = Pattern.compile("^META-INF/versions/\\d+/");
    private static final String CLASS = ".class";

    /** What is no bundle is refused. */
    public static BundleFacts read(Path jar) throws IOException {
        return read(jar, jar.getFileName().toString());
    }

    static BundleFacts read(Path jar, String label) throws IOException {
        try {
            Set<String> files = new ZipScan(Limits.PACKAGE).digests(jar).keySet();
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                return read(zip, files);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new Flaw(e, "pack.bundle", label);
        }
    }

    private static BundleFacts read(ZipFile zip, Set<String> files) throws IOException {
        Attributes headers = manifest(zip);
        String name = Clause.of(headers.getValue("Bundle-SymbolicName")).stream()
                .map(clause -> clause.names().get(0))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no symbolic name"));
        String changelog = headers.getValue("CRM-Changelog");
        Changelog.Read steps = changelog == null ? null : Changelog.read(zip, name, changelog);
        return new BundleFacts(
                name,
                Version.parseVersion(headers.getValue("Bundle-Version")).toString(),
                headers.getValue("CRM-Module"),
                imports(headers),
                exports(headers),
                contents(files),
                forbidden(headers),
                steps == null ? null : steps.schema(),
                steps == null ? Set.of() : steps.touched());
    }

    private static Attributes manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
        if (entry == null) {
            throw new IllegalArgumentException("no manifest");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new Manifest(in).getMainAttributes();
        } catch (IOException e) {
            throw new IllegalArgumentException("no manifest that can be read", e);
        }
    }

    private static Map<String, String> imports(Attributes headers) {
        Map<String, String> imports = new TreeMap<>();
        for (Clause clause : Clause.of(headers.getValue("Import-Package"))) {
            String range = new VersionRange(clause.parameters().getOrDefault("version", "0")).toString();
            clause.names().forEach(name -> imports.put(name, range));
        }
        return imports;
    }

    private static Set<String> exports(Attributes headers) {
        Set<String> exports = new TreeSet<>();
        Clause.of(headers.getValue("Export-Package")).forEach(clause -> exports.addAll(clause.names()));
        return exports;
    }

    private static Set<String> contents(Set<String> files) {
        Set<String> packages = new TreeSet<>();
        for (String file : files) {
            String plain = OTHER_RELEASE.matcher(file).replaceFirst("");
            int end = plain.lastIndexOf('/');
            if (end > 0 && plain.endsWith(CLASS)) {
                packages.add(plain.substring(0, end).replace('/', '.'));
            }
        }
        return packages;
    }

    private static List<String> forbidden(Attributes headers) {
        List<String> found = new ArrayList<>();
        FORBIDDEN.stream()
                .sorted()
                .filter(name -> headers.getValue(name) != null)
                .forEach(found::add);
        boolean optional = Clause.of(headers.getValue("Import-Package")).stream()
                .anyMatch(clause -> "optional".equals(clause.parameters().get("resolution:")));
        if (optional) {
            found.add("Import-Package resolution:=optional");
        }
        return found;
    }
}
