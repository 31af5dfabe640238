package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder with packages in it. A file is opened once for as long as it does not change. */
final class FolderRepository implements Repository {

    private static final Logger LOG = LoggerFactory.getLogger(FolderRepository.class);
    private static final int LONGEST_DESCRIPTOR = 1 << 20;
    private static final String INITIAL = "initial.txt";

    private final Path folder;
    private final String name;
    private Map<Path, Known> known = Map.of();

    FolderRepository(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Offer> offers() throws IOException {
        return read().stream().map(Known::offer).toList();
    }

    /** Ids of the modules with which a new installation begins; empty where the folder does not say, which means all. */
    Optional<Set<String>> initial() throws IOException {
        Path list = folder.resolve(INITIAL);
        return Files.exists(list) ? Optional.of(Set.copyOf(Files.readAllLines(list))) : Optional.empty();
    }

    /** The descriptors of what lies there, not proved. */
    List<Descriptor> descriptors() throws IOException {
        return read().stream().map(Known::descriptor).toList();
    }

    private synchronized List<Known> read() throws IOException {
        Map<Path, Known> met = new HashMap<>();
        List<Known> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.kar")) {
            for (Path file : files) {
                Known entry = known.get(file);
                if (entry == null || !entry.isOf(file)) {
                    entry = read(file);
                }
                met.put(file, entry);
                if (entry.descriptor() != null) {
                    found.add(entry);
                }
            }
        }
        known = met;
        return found;
    }

    private Known read(Path file) throws IOException {
        long size = Files.size(file);
        FileTime changed = Files.getLastModifiedTime(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(Descriptor.FILE);
            if (entry == null) {
                throw new IOException("no descriptor");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                Descriptor descriptor = Descriptor.read(in.readNBytes(LONGEST_DESCRIPTOR));
                if (!Versions.isValid(descriptor.version())) {
                    throw new IOException("no version: " + descriptor.version());
                }
                return new Known(size, changed, descriptor, offer(file, size, descriptor));
            }
        } catch (IOException e) {
            LOG.warn("{} in the repository {} is no package: {}", file.getFileName(), name, e.getMessage());
            return new Known(size, changed, null, null);
        }
    }

    private Offer offer(Path file, long size, Descriptor descriptor) throws IOException {
        return new Offer(
                name,
                descriptor.id(),
                descriptor.version(),
                descriptor.vendor(),
                descriptor.label(),
                descriptor.description(),
                size,
                Sha256.of(file),
                file.toUri());
    }

    @Override
    public InputStream open(Offer offer) throws IOException {
        return Files.newInputStream(Path.of(offer.address()));
    }

    /** @param descriptor null where the file is no package */
    private record Known(long size, FileTime changed, Descriptor descriptor, Offer offer) {

        boolean isOf(Path file) throws IOException {
            return Files.size(file) == size && Files.getLastModifiedTime(file).equals(changed);
        }
    }
}
