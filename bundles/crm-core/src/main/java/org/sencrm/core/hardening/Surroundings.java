package org.sencrm.core.hardening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the product runs in.
 *
 * @param home the folder of everything that the product keeps
 * @param etc the folder of the run-time's configuration
 * @param property a property of the framework or the machine by its name; null where it is not set
 * @param arguments what the virtual machine was started with
 * @param bundles symbolic names of all that is installed
 */
record Surroundings(Path home, Path etc, UnaryOperator<String> property, List<String> arguments, List<String> bundles) {

    boolean is(String name) {
        return Boolean.parseBoolean(property.apply(name));
    }

    /** A file of the configuration; empty where it is not there. Placeholders are not resolved. */
    Properties settings(String file) {
        Properties settings = new Properties();
        Path path = etc.resolve(file);
        if (!Files.exists(path)) {
            return settings;
        }
        try (InputStream in = Files.newInputStream(path)) {
            settings.load(in);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder and of those below it; none where it is not there. */
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
