package org.sencrm.itests;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.Test;

/** {@code docs/dependencies.md} names what the distribution contains, all of it and nothing else. */
public class DependenciesIT {

    private static final Path ROOT = Path.of(System.getProperty("crm.root", ".."));
    private static final Path BUILT = ROOT.resolve("karaf-assembly/target/assembly");
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.-]*)\\.jar");
    private static final Pattern PACKED = Pattern.compile("-conditionalpackage:((?:[^\\n\\\\]|\\\\\\n)*)");

    /** A line of a table: what its first column stands for, and its versions. */
    private record Line(String name, Set<String> versions) {

        boolean names(Part part) {
            return part.name().matches(Pattern.quote(name).replace("*", "\\E.*\\Q"))
                    && versions.contains(part.version());
        }
    }

    private record Part(String name, String version) implements Comparable<Part> {

        @Override
        public int compareTo(Part other) {
            return toString().compareTo(other.toString());
        }
    }

    @Test
    public void everyFileIsNamedWithItsVersion() throws Exception {
        Set<Part> parts = new TreeSet<>();
        try (Stream<Path> files = Files.walk(BUILT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".jar")) {
                    add(parts, name);
                }
                if (isOurs(name)) {
                    try (InputStream in = Files.newInputStream(file)) {
                        contained(parts, in);
                    }
                }
            }
        }
        assertSame(lines("Files"), parts);
    }

    @Test
    public void everyLibraryInsideOurBundlesIsNamed() throws Exception {
        Set<String> packed = new TreeSet<>();
        for (String folder : List.of("bundles", "vaadin-ui", "sdk/crm-vietnam")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder), 3)) {
                for (Path file : files.filter(path -> path.endsWith("pom.xml")).toList()) {
                    Matcher found = PACKED.matcher(Files.readString(file));
                    while (found.find()) {
                        Arrays.stream(found.group(1).split("[\\s,\\\\]+"))
                                .filter(name -> !name.isBlank())
                                .forEach(packed::add);
                    }
                }
            }
        }
        Set<String> named = new TreeSet<>();
        lines("Packages inside our own bundles").forEach(line -> named.add(line.name()));
        assertEquals(named, packed);
    }

    @Test
    public void everyScriptIsNamedWithItsVersion() throws Exception {
        JsonNode built =
                Api.JSON.readTree(ROOT.resolve("vaadin-ui/crm-ui/package.json").toFile());
        Set<Part> parts = new TreeSet<>();
        built.path("dependencies").fields().forEachRemaining(entry -> {
            if (!entry.getKey().startsWith("@vaadin/")) {
                parts.add(new Part(entry.getKey(), entry.getValue().asText()));
            }
        });
        assertSame(lines("Scripts of the screens"), parts);
    }

    private static void assertSame(List<Line> lines, Set<Part> parts) {
        List<String> wrong = new ArrayList<>();
        parts.stream()
                .filter(part -> lines.stream().noneMatch(line -> line.names(part)))
                .forEach(part -> wrong.add("not named: " + part));
        for (Line line : lines) {
            for (String version : line.versions()) {
                Line one = new Line(line.name(), Set.of(version));
                if (parts.stream().noneMatch(one::names)) {
                    wrong.add("not contained: " + one);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Jars inside ours, which may be packed once more. */
    private static void contained(Set<Part> parts, InputStream archive) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = Path.of(entry.getName()).getFileName().toString();
            if (isOurs(name)) {
                contained(parts, zip);
            } else if (name.endsWith(".jar")) {
                add(parts, name);
            }
        }
    }

    private static boolean isOurs(String name) {
        return name.endsWith(".kar")
                || name.endsWith(".jar") && (name.startsWith("crm-") || name.startsWith("vaadin-runtime-"));
    }

    private static void add(Set<Part> parts, String file) {
        Matcher name = JAR.matcher(file);
        if (!isOurs(file) && name.matches()) {
            parts.add(new Part(name.group(1), name.group(2)));
        }
    }

    /** The lines of the table below a heading. */
    private static List<Line> lines(String heading) throws IOException {
        String text = Files.readString(ROOT.resolve("docs/dependencies.md"));
        String section = text.split("## " + Pattern.quote(heading) + "\n", 2)[1].split("\n## ", 2)[0];
        return section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .map(cells -> new Line(
                        cells[1].strip().replace("`", ""),
                        new TreeSet<>(List.of(cells[2].strip().split(", ")))))
                .toList();
    }
}
