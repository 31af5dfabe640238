package org.sencrm.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the module service keeps its files, and how they are written so that a power cut leaves the old or the new. */
final class Home {

    private final Path home;
    private final Path modules;

    Home(Path home) {
        this.home = home;
        this.modules = home.resolve("modules");
    }

    /** Where all data of the installation lies. */
    Path root() {
        return home;
    }

    /** One file an operation. */
    Path journal() {
        return modules.resolve("journal");
    }

    /** One file a module. */
    Path states() {
        return modules.resolve("state");
    }

    /** One file for each module that is being started now. */
    Path starting() {
        return modules.resolve("starting");
    }

    /** How many starts in a row did not come to their end. */
    Path failedStarts() {
        return modules.resolve("failed-starts");
    }

    /** The files of a module in one version. */
    Path release(String id, String version) {
        return modules.resolve(id).resolve(version);
    }

    /** All versions of the module. */
    Path releases(String id) {
        return modules.resolve(id);
    }

    Path modules() {
        return modules;
    }

    /** The module's tables as they were when this version was left. */
    Path copy(String id, String version) {
        return release(id, version).resolve("tables.copy");
    }

    Path exports() {
        return home.resolve("exports");
    }

    /** Puts the text in place of the file's content. When it returns the text is on the disk. */
    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text, StandardCharsets.UTF_8);
        place(part, file);
    }

    /** Moves a finished file to its name. When it returns both are on the disk. */
    static void place(Path part, Path file) throws IOException {
        force(part, StandardOpenOption.WRITE);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.getParent(), StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    /** The files of the folder by name, hidden and unfinished ones left out; none where there is no folder. */
    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().endsWith(".part"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
