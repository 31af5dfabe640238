package org.sencrm.core.signin;

import java.security.SecureRandom;
import java.util.Base64;

/** What somebody shows to be let in: 256 random bits as 43 signs that need no escaping in an address. */
final class RandomSecret {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomSecret() {}

    static String make() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
