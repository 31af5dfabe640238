package org.sencrm.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in bytes: into a temporary file of our own naming, with their hash, and no more of them than allowed. */
final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final int BUFFER = 1 << 16;

    private final Path folder;

    /** @param folder made where it is not there; what a killed process left in it goes */
    Uploads(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
                left.forEach(Uploads::forget);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param most bytes
     * @return null where there are more
     * @throws IOException where they cannot be written
     * @throws UncheckedIOException where they cannot be read
     */
    ReceivedFile receive(InputStream content, long most) throws IOException {
        Path path = Files.createTempFile(folder, "upload-", "");
        boolean whole = false;
        try {
            MessageDigest digest = sha256();
            long size;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                size = copy(content, out, most);
            }
            if (size > most) {
                return null;
            }
            force(path);
            whole = true;
            return new ReceivedFile(path, HexFormat.of().formatHex(digest.digest()), size);
        } finally {
            if (!whole) {
                forget(path);
            }
        }
    }

    /** A temporary file that stays behind goes at the next start. */
    static void forget(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("A temporary file could not be deleted", e);
        }
    }

    /** How many bytes were read; stops soon after there are too many. */
    private static long copy(InputStream content, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int some = read(content, buffer); some >= 0 && size <= most; some = read(content, buffer)) {
            out.write(buffer, 0, some);
            size += some;
        }
        return size;
    }

    private static int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
