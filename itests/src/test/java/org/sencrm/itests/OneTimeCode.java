package org.sencrm.itests;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The code that an app on a phone shows (RFC 6238). */
final class OneTimeCode {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;
    private static final int MOST = 1_000_000;

    private OneTimeCode() {}

    /** @param secret in base 32 */
    static String now(String secret) throws Exception {
        return of(secret, Instant.now().getEpochSecond() / SECONDS);
    }

    /** The code of a clock that is half a minute ahead. */
    static String next(String secret) throws Exception {
        return of(secret, Instant.now().getEpochSecond() / SECONDS + 1);
    }

    private static String of(String secret, long step) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(decoded(secret), "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int from = hash[hash.length - 1] & 15;
        int number = ByteBuffer.wrap(hash, from, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % MOST);
    }

    private static byte[] decoded(String secret) {
        ByteBuffer bytes = ByteBuffer.allocate(secret.length() * 5 / 8);
        int bits = 0;
        long held = 0;
        for (char letter : secret.toCharArray()) {
            held = held << 5 | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }
}
