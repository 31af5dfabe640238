package org.sencrm.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrozenApiTest {

    @TempDir
    Path folder;

    /** What vendors built against the first API runs on this one. */
    @ParameterizedTest
    @CsvSource({
        "crm-api, org.sencrm.api.record.Records",
        "crm-record, org.sencrm.record.CrmRecord",
        "crm-ui-api, org.sencrm.ui.api.Screen"
    })
    void everyChangeOfTheApiRaisedTheVersionOfItsPackage(String bundle, String member) throws Exception {
        File present = Path.of(Class.forName(member, false, getClass().getClassLoader())
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toFile();

        assertEquals(List.of(), FrozenApi.flaws(Path.of("api", bundle + ".jar").toFile(), present));
    }

    @Test
    void aMethodThatIsGoneIsSeen() throws Exception {
        File before = jar("before", "1.0.0", "public interface Taken { void one(); void two(); }");
        File after = jar("after", "1.0.0", "public interface Taken { void one(); }");

        List<String> flaws = FrozenApi.flaws(before, after);

        assertEquals(1, flaws.size());
        assertTrue(flaws.get(0).contains("needs 2.0.0"), flaws.get(0));
    }

    @Test
    void aMethodThatCameNeedsAnotherMinorVersion() throws Exception {
        String more = "@org.osgi.annotation.versioning.ProviderType public interface Taken { void one(); void two(); }";
        File before = jar(
                "before",
                "1.0.0",
                "@org.osgi.annotation.versioning.ProviderType public interface Taken { void one(); }");

        assertEquals(1, FrozenApi.flaws(before, jar("same", "1.0.0", more)).size());
        assertEquals(List.of(), FrozenApi.flaws(before, jar("raised", "1.1.0", more)));
    }

    private File jar(String name, String version, String type) throws Exception {
        Path sources = Files.createDirectories(folder.resolve(name).resolve("acme"));
        Files.writeString(sources.resolve("Taken.java"), "package acme;\n" + type);
        Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            assertTrue(compiler.getTask(
                            null,
                            files,
                            null,
                            List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjects(sources.resolve("Taken.java")))
                    .call());
        }
        File target = folder.resolve(name + ".jar").toFile();
        try (Builder builder = new Builder()) {
            builder.addClasspath(classes.toFile());
            builder.setProperty("Bundle-SymbolicName", "acme");
            builder.setProperty("Export-Package", "acme;version=" + version);
            try (Jar built = builder.build()) {
                built.write(target);
            }
        }
        return target;
    }
}
