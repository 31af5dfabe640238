package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal, as it stands in records and indexes. */
final class Sha256 {

    private Sha256() {}

    static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /** Reads to the end. */
    static String of(InputStream in) throws IOException {
        return copy(in, OutputStream.nullOutputStream());
    }

    static String of(byte[] bytes) {
        return hex(digest().digest(bytes));
    }

    /** Copies to the end and tells what was copied. */
    static String copy(InputStream in, OutputStream out) throws IOException {
        DigestInputStream counted = new DigestInputStream(in, digest());
        counted.transferTo(out);
        return hex(counted.getMessageDigest().digest());
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
