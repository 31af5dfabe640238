package org.sencrm.core.signin;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id version 1.3 (RFC 9106) in the PHC string format. New hashes take 32 MiB, three passes and one lane: about 150 ms
 * on a server core of 2020. At most two are computed at a time, so that a flood of sign-ins takes neither the memory nor
 * all cores; further ones wait their turn. Where {@link #MOST_WAITING} wait, which takes them some five seconds, it is
 * crowded.
 */
final class Argon2id implements Hashing {

    private static final int MEMORY_KIB = 32 * 1024;
    private static final int PASSES = 3;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** Far fewer than the web server has threads: a flood of sign-ins leaves the others to those who work. */
    private static final int MOST_WAITING = 64;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(2, true);
    private final int memory;

    Argon2id() {
        this(MEMORY_KIB);
    }

    /** @param memory in KiB; less than usual makes tests fast */
    Argon2id(int memory) {
        this.memory = memory;
    }

    @Override
    public String hash(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = compute(password, memory, PASSES, LANES, salt, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$" + parameters() + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    @Override
    public boolean matches(char[] password, String hash) {
        Matcher parts = PHC.matcher(hash);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password hash cannot be read");
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] computed = compute(
                password,
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Base64.getDecoder().decode(parts.group(4)),
                expected.length);
        return MessageDigest.isEqual(expected, computed);
    }

    @Override
    public boolean isCrowded() {
        return turns.getQueueLength() >= MOST_WAITING;
    }

    @Override
    public boolean isOutdated(String hash) {
        return !hash.contains("$" + parameters() + "$");
    }

    private String parameters() {
        return "m=" + memory + ",t=" + PASSES + ",p=" + LANES;
    }

    private byte[] compute(char[] password, int kib, int passes, int lanes, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        byte[] bytes = bytes(password);
        byte[] hash = new byte[length];
        turns.acquireUninterruptibly();
        try {
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(kib)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            generator.generateBytes(bytes, hash);
            return hash;
        } finally {
            turns.release();
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** UTF-8 of the composed form: one keyboard types an accented letter as one character, another as two. */
    private static byte[] bytes(char[] password) {
        CharSequence typed = CharBuffer.wrap(password);
        CharSequence composed = Normalizer.isNormalized(typed, Normalizer.Form.NFC)
                ? typed
                : Normalizer.normalize(typed, Normalizer.Form.NFC);
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(composed));
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
