package org.sencrm.core.signin;

import java.security.SecureRandom;

/** A password to be read from a screen and typed once: no characters that look alike. */
final class RandomPassword {

    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 16;

    private RandomPassword() {}

    static char[] next() {
        SecureRandom random = new SecureRandom();
        char[] password = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            password[i] = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        }
        return password;
    }
}
