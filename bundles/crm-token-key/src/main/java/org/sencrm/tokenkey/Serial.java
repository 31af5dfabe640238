package org.sencrm.tokenkey;

import java.util.Locale;

/** Serial numbers of certificates, which people copy from wherever they see them. */
final class Serial {

    private Serial() {}

    /**
     * Whether both are the same number in hexadecimal digits, however it is written: {@code 00:1f:a2} is {@code 1FA2}.
     *
     * @param typed null for none, which is no number
     */
    static boolean isSame(String real, String typed) {
        return typed != null && digits(real).equals(digits(typed));
    }

    private static String digits(String serial) {
        return serial.replaceAll("[\\s:-]", "").replaceFirst("^0+", "").toUpperCase(Locale.ROOT);
    }
}
