package org.sencrm.tokenkey;

import java.nio.ByteBuffer;
import java.util.Locale;

/** Base32 of RFC 4648 without padding, in which apps take secrets. */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int left = 0;
        for (byte each : bytes) {
            buffer = (buffer << 8 | each & 0xff) & 0xfff;
            left += 8;
            while (left >= BITS) {
                left -= BITS;
                text.append(LETTERS.charAt(buffer >> left & 0x1f));
            }
        }
        if (left > 0) {
            text.append(LETTERS.charAt(buffer << BITS - left & 0x1f));
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException for a sign that is none of Base32 */
    static byte[] decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * BITS / 8);
        int buffer = 0;
        int left = 0;
        for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
            int value = LETTERS.indexOf(letter);
            if (value < 0) {
                throw new IllegalArgumentException("not Base32");
            }
            buffer = (buffer << BITS | value) & 0xfff;
            left += BITS;
            if (left >= 8) {
                left -= 8;
                bytes.put((byte) (buffer >> left));
            }
        }
        return bytes.array();
    }
}
