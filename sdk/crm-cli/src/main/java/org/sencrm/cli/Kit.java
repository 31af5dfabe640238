package org.sencrm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What comes with the product for those who write modules: {@code sdk/repository}, in Maven's layout, with the parents, the
 * API, the test kit and the plugin. In a checkout they are in the local repository of Maven since the build.
 */
final class Kit {

    private static final String OURS = "org/sencrm";

    private final Path distribution;
    private final Path local;

    /**
     * @param distribution where the product was unpacked; null for a checkout
     * @param local Maven's local repository
     */
    Kit(Path distribution, Path local) {
        this.distribution = distribution;
        this.local = local;
    }

    /** The kit of the distribution that this command belongs to; a checkout has none. */
    static Kit ofProduct() throws IOException {
        String distribution = System.getProperty("sencrm.distribution");
        return new Kit(
                distribution == null ? null : Path.of(distribution), LocalRepository.ofThisUser(System.getenv()));
    }

    /** Version of the product. */
    String version() throws IOException {
        try (InputStream in = Kit.class.getResourceAsStream("kit.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }

    /** Names that a part of the product has. */
    Set<String> ownNames() throws IOException {
        Set<String> names = new TreeSet<>();
        List<Path> homes = distribution == null ? List.of(local) : List.of(local, distribution.resolve("system"));
        for (Path home : homes) {
            Path parts = home.resolve(OURS);
            if (Files.isDirectory(parts)) {
                try (Stream<Path> folders = Files.list(parts)) {
                    folders.filter(Files::isDirectory)
                            .forEach(folder -> names.add(folder.getFileName().toString()));
                }
            }
        }
        return names;
    }

    /** Puts the kit where Maven finds it, as its build would; what is there already is replaced. */
    void intoLocalRepository() throws IOException {
        if (distribution == null) {
            return;
        }
        Path repository = distribution.resolve("sdk").resolve("repository");
        Files.walkFileTree(repository, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = local.resolve(repository.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
