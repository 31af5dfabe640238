package org.sencrm.core.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A small secret in the product's home that only the account under which the product runs may read. */
public final class HomeFile {

    private final Path path;

    public HomeFile(Path path) {
        this.path = path;
    }

    /** The text without the line end that an editor leaves; null where there is no such file. */
    public String read() {
        try {
            return Files.exists(path) ? Files.readString(path).strip() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /** Replaces the file whole, so that nobody reads half of it. */
    public void write(String text) {
        try {
            Files.createDirectories(path.getParent());
            Path fresh =
                    Files.createTempFile(path.getParent(), path.getFileName().toString(), null, ownerOnly());
            Files.writeString(fresh, text + "\n");
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
