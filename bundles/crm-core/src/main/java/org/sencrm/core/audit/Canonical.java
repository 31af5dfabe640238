package org.sencrm.core.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The one form in which rows go into a SHA-256: each value as the number of its bytes in UTF-8, a colon and these bytes, so
 * that no two different rows have the same form; {@code -} stands for null, moments are microseconds since 1970.
 */
final class Canonical {

    private static final long MICROS = 1_000_000;
    private static final int NANOS_OF_A_MICRO = 1_000;

    private final MessageDigest digest;

    Canonical() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Canonical add(String text) {
        if (text == null) {
            digest.update((byte) '-');
            return this;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }

    Canonical add(Long number) {
        return add(number == null ? null : number.toString());
    }

    Canonical add(Instant at) {
        return add(at.getEpochSecond() * MICROS + at.getNano() / NANOS_OF_A_MICRO);
    }

    /** 64 hexadecimal digits, of all that was added; this is over then. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
