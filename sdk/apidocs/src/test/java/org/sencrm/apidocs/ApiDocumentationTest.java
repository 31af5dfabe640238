package org.sencrm.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DocumentationTool;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Makes the documentation that vendors read; whatever is wrong with a comment of the API fails here. */
class ApiDocumentationTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path OVERVIEW = Path.of("src/main/javadoc/overview.html");
    private static final Path TARGET = Path.of("target/apidocs");
    private static final List<Path> SOURCES = List.of(
            ROOT.resolve("bundles/crm-api/src/main/java"),
            ROOT.resolve("bundles/crm-record/src/main/java"),
            ROOT.resolve("vaadin-ui/crm-ui-api/src/main/java"),
            ROOT.resolve("sdk/crm-testkit/src/main/java"));

    @Test
    void theDocumentationIsMadeWithoutAnError() throws IOException {
        DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javadoc.getStandardFileManager(found, Locale.ENGLISH, null)) {
            boolean made = javadoc.getTask(
                            null, files, found, null, options(), files.getJavaFileObjectsFromPaths(sources()))
                    .call();

            assertEquals(List.of(), errors(found));
            assertTrue(made);
        }
        assertTrue(Files.size(TARGET.resolve("index.html")) > 0);
        assertTrue(Files.exists(TARGET.resolve("org/sencrm/api/record/Records.html")));
    }

    /** An extension point is an interface that modules implement. */
    @Test
    void theFirstPageNamesEveryExtensionPoint() throws IOException {
        String overview = Files.readString(OVERVIEW);
        List<String> missing = new ArrayList<>();
        for (Path source : sources()) {
            if (Files.readString(source).contains("@ConsumerType")) {
                String name = name(source);
                if (!overview.contains("{@link " + name + "}")) {
                    missing.add(name);
                }
            }
        }

        assertEquals(List.of(), missing);
    }

    private static List<String> options() {
        return List.of(
                "-d",
                TARGET.toString(),
                "-overview",
                OVERVIEW.toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "-Xdoclint:all,-missing",
                "-quiet",
                "-notimestamp",
                "-encoding",
                "UTF-8",
                "-windowtitle",
                "Sen CRM API");
    }

    /** Sources of the public packages. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static List<String> errors(DiagnosticCollector<JavaFileObject> found) {
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.toString())
                .toList();
    }

    /** {@code org.sencrm.api.record.RecordHook}. */
    private static String name(Path source) {
        for (Path folder : SOURCES) {
            if (source.startsWith(folder)) {
                return folder.relativize(source).toString().replace(".java", "").replace('/', '.');
            }
        }
        throw new IllegalArgumentException(source.toString());
    }
}
