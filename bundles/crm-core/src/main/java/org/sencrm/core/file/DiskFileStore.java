package org.sencrm.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.file.FileStore;

/** Contents in {@code <home>/files/ab/cdef…}: the hash is the path. */
@Component(service = FileStore.class, property = "service.ranking:Integer=-100")
public final class DiskFileStore implements FileStore {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    @Activate
    public DiskFileStore(BundleContext context) {
        this(Home.of(context).files());
    }

    DiskFileStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String hash, Path content) throws IOException {
        Path target = path(hash);
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Files.move(content, target, StandardCopyOption.ATOMIC_MOVE);
        force(target.getParent());
    }

    @Override
    public InputStream open(String hash) throws IOException {
        return Files.newInputStream(path(hash));
    }

    @Override
    public void delete(String hash) throws IOException {
        Files.deleteIfExists(path(hash));
    }

    @Override
    public Stream<String> hashes() throws IOException {
        if (Files.notExists(folder)) {
            return Stream.empty();
        }
        return Files.find(folder, 2, (path, attributes) -> attributes.isRegularFile())
                .map(path -> path.getParent().getFileName() + path.getFileName().toString())
                .filter(name -> HASH.matcher(name).matches());
    }

    private Path path(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("no hash");
        }
        return folder.resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    }

    /** Makes the new names in a folder outlive a loss of power. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
