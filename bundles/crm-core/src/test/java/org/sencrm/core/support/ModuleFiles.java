package org.sencrm.core.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The files that lie beside the classes of one module, in its folder or its jar, and of no other on the class path. */
public final class ModuleFiles {

    private static final String TEXTS = "OSGI-INF/l10n/";

    private final Path root;

    private ModuleFiles(Path root) {
        this.root = root;
    }

    /** @param member any class of the module that is not one of its tests */
    public static ModuleFiles of(Class<?> member) {
        try {
            return new ModuleFiles(Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Null where there is no such file. */
    public URL find(String path) {
        try (Stream<String> all = names()) {
            return all.anyMatch(path::equals) ? address(path) : null;
        }
    }

    /** The message files. */
    public List<URL> texts() {
        try (Stream<String> all = names()) {
            return all.filter(name -> name.startsWith(TEXTS) && name.endsWith(".properties"))
                    .sorted()
                    .map(this::address)
                    .toList();
        }
    }

    private Stream<String> names() {
        try {
            if (Files.isDirectory(root)) {
                return Files.walk(root)
                        .filter(Files::isRegularFile)
                        .map(file -> root.relativize(file).toString().replace('\\', '/'));
            }
            try (JarFile jar = new JarFile(root.toFile())) {
                return jar.stream().map(entry -> entry.getName()).toList().stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URL address(String path) {
        try {
            return Files.isDirectory(root)
                    ? root.resolve(path).toUri().toURL()
                    : URI.create("jar:" + root.toUri() + "!/" + path).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
