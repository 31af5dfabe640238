package org.sencrm.transfer.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells windows-1258 from windows-1252. In the Vietnamese set five bytes are tone marks that follow a vowel; in the
 * Western one the same bytes are capital or rare letters that mostly do not. A đ begins a word; the Western letter in its
 * place (ð) does not.
 */
final class VietnameseBytes {

    private static final int ENOUGH = 5_000;
    private static final String VOWELS =
            "aeiouyAEIOUY\u00C2\u00CA\u00D4\u00D5\u00DD\u00C3\u00E2\u00EA\u00F4\u00F5\u00FD\u00E3";
    private static final String TONES = "\u00CC\u00D2\u00DE\u00EC\u00F2";
    private static final String BARRED_D = "\u00D0\u00F0";

    private VietnameseBytes() {}

    static boolean areIn(Path file) {
        int fitting = 0;
        int strange = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int before = ' ';
            for (int b = in.read(); b >= 0 && fitting + strange < ENOUGH; b = in.read()) {
                if (TONES.indexOf(b) >= 0) {
                    if (VOWELS.indexOf(before) >= 0) {
                        fitting++;
                    } else {
                        strange++;
                    }
                } else if (BARRED_D.indexOf(b) >= 0) {
                    if (isLetter(before)) {
                        strange++;
                    } else {
                        fitting++;
                    }
                }
                before = b;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fitting > 4 * strange;
    }

    private static boolean isLetter(int b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0xC0;
    }
}
