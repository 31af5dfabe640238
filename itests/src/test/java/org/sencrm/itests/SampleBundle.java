package org.sencrm.itests;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A vendor's bundle, compiled from a folder of sources. What else lies in the folder makes it more: {@code changelog.xml} a
 * bundle with tables, {@code persistence.xml} one with record types, a class {@code com.acme.Start} one that does something
 * when it starts.
 */
final class SampleBundle {

    private final String name;
    private final String version;
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();

    SampleBundle(String name, String version) {
        this.name = name;
        this.version = version;
    }

    SampleBundle header(String header, String value) {
        headers.put(header, value);
        return this;
    }

    SampleBundle file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** One without sources. */
    Path build(Path target) throws Exception {
        try (Builder builder = new Builder()) {
            builder.setProperty("-resourceonly", "true");
            return write(builder, target);
        }
    }

    Path build(Path target, Path sources) throws Exception {
        Path classes = Files.createDirectories(target.resolve("classes-" + name + "-" + version));
        compile(sources, classes);
        readIn(sources, "changelog.xml", "db/changelog.xml", "CRM-Changelog");
        readIn(sources, "persistence.xml", "META-INF/persistence.xml", "Meta-Persistence");
        if (headers.containsKey("CRM-Changelog")) {
            header("CRM-Module", name);
        }
        if (Files.exists(classes.resolve("com/acme/Start.class"))) {
            header("Bundle-Activator", "com.acme.Start");
        }
        try (Builder builder = new Builder()) {
            builder.addClasspath(classes.toFile());
            builder.setProperty("Private-Package", "*");
            builder.setProperty("-noimportjava", "true");
            builder.setProperty("Import-Package", "javax.persistence;version=\"[2.1,3)\",*");
            return write(builder, target);
        }
    }

    private void readIn(Path sources, String file, String path, String header) throws IOException {
        if (Files.exists(sources.resolve(file))) {
            file(path, Files.readAllBytes(sources.resolve(file)));
            header(header, path);
        }
    }

    private Path write(Builder builder, Path target) throws Exception {
        builder.setProperty("Bundle-SymbolicName", name);
        builder.setProperty("Bundle-Version", version);
        headers.forEach(builder::setProperty);
        Path file = target.resolve(name + "-" + version + ".jar");
        try (Jar jar = builder.build()) {
            files.forEach((path, content) -> jar.putResource(path, new EmbeddedResource(content, 0)));
            jar.write(file.toFile());
        }
        return file;
    }

    static void compile(Path sources, Path classes) throws IOException {
        List<File> files;
        try (var found = Files.walk(sources)) {
            files = found.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toFile)
                    .toList();
        }
        if (files.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> options = List.of("--release", "17", "-d", classes.toString(), "-cp", path);
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            null, manager, null, options, null, manager.getJavaFileObjectsFromFiles(files))
                    .call();
            if (!done) {
                throw new IllegalStateException("the sources in " + sources + " do not compile");
            }
        }
    }
}
