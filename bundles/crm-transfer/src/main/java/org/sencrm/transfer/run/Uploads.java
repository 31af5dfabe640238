package org.sencrm.transfer.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.sencrm.transfer.file.Limits;
import org.sencrm.transfer.file.TableFile;
import org.sencrm.transfer.file.UnreadableFile;

/**
 * Files on their way in, kept under the hash of their content; what people call them is only ever data. A file is there
 * as a whole or not at all. One that no import uses goes after a day.
 */
final class Uploads {

    private static final Duration UNUSED = Duration.ofDays(1);
    private static final long MOST_UNUSED_BYTES = 1L << 30;
    private static final String HALF = "half-";
    private static final String NOT_IMPORTED =
            " and not exists (select 1 from TRANSFER_IMPORT where FILE_ID = TRANSFER_FILE.ID)";
    private static final int LONGEST_NAME = 255;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Tables tables;
    private final Path folder;

    /** @param folder made where it is not there; what was left half in it goes */
    Uploads(Tables tables, Path folder) {
        this.tables = tables;
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            deleteHalves();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @return the file, with an id that cannot be guessed
     * @throws UnreadableFile where it is too large, empty, no table or built to harm, or where the user has too much lying
     *     about already
     */
    UploadedFile take(long user, String fileName, InputStream content) {
        if (unusedBytes(user) > MOST_UNUSED_BYTES) {
            throw new UnreadableFile("transfer.file.quota");
        }
        Path half = null;
        try {
            half = Files.createTempFile(folder, HALF, "");
            String hash = copy(content, half);
            TableFile.check(half);
            UploadedFile file = new UploadedFile(randomId(), cleaned(fileName), hash, user);
            keep(half, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deleteQuietly(half);
        }
    }

    /** Null where there is none with this id. */
    UploadedFile find(String id) {
        return tables.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select ID, NAME, SHA256, UPLOADED_BY from TRANSFER_FILE where ID = ?")) {
                statement.setString(1, id);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next()
                            ? new UploadedFile(rows.getString(1), rows.getString(2), rows.getString(3), rows.getLong(4))
                            : null;
                }
            }
        });
    }

    Path path(String hash) {
        return folder.resolve(hash);
    }

    /** One at a time with {@link #tidy}, which must not remove the content between the two steps. */
    private synchronized void keep(Path half, UploadedFile file) throws IOException {
        long size = Files.size(half);
        Files.move(half, path(file.hash()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        insert(file, size);
    }

    /** Removes what was uploaded a day ago and is used by no import, and content that nothing leads to. */
    synchronized void tidy() {
        Instant before = Instant.now().minus(UNUSED);
        tables.with(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from TRANSFER_FILE where UPLOADED_AT < ?" + NOT_IMPORTED)) {
                statement.setTimestamp(1, Timestamp.from(before));
                return statement.executeUpdate();
            }
        });
        try (DirectoryStream<Path> contents = Files.newDirectoryStream(folder)) {
            for (Path content : contents) {
                boolean old = Files.getLastModifiedTime(content).toInstant().isBefore(before);
                if (old && !isKnown(content.getFileName().toString())) {
                    deleteQuietly(content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isKnown(String hash) {
        return tables.with(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select count(*) from TRANSFER_FILE where SHA256 = ?")) {
                statement.setString(1, hash);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getInt(1) > 0;
                }
            }
        });
    }

    private long unusedBytes(long user) {
        return tables.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select sum(BYTES) from TRANSFER_FILE where UPLOADED_BY = ?" + NOT_IMPORTED)) {
                statement.setLong(1, user);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    private void insert(UploadedFile file, long size) {
        tables.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into TRANSFER_FILE (ID, SHA256, NAME, BYTES, UPLOADED_BY, UPLOADED_AT) values (?, ?, ?, ?, ?, ?)")) {
                statement.setString(1, file.id());
                statement.setString(2, file.hash());
                statement.setString(3, file.name());
                statement.setLong(4, size);
                statement.setLong(5, file.uploadedBy());
                statement.setTimestamp(6, Timestamp.from(Instant.now()));
                return statement.executeUpdate();
            }
        });
    }

    /** The hash of what was copied and is on the disk. */
    private static String copy(InputStream content, Path target) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > Limits.FILE_BYTES) {
                    throw new UnreadableFile("transfer.file.tooLarge", Limits.FILE_BYTES >> 20);
                }
                out.write(buffer, 0, read);
            }
        }
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void deleteHalves() throws IOException {
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, HALF + "*")) {
            for (Path half : halves) {
                Files.deleteIfExists(half);
            }
        }
    }

    /** The last part of a path, without control characters. */
    private static String cleaned(String fileName) {
        String name = fileName == null ? "" : fileName;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static String randomId() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A file that cannot be removed now is removed with the halves at the next start, or by the next tidying. */
    private static void deleteQuietly(Path file) {
        if (file != null) {
            file.toFile().delete();
        }
    }
}
