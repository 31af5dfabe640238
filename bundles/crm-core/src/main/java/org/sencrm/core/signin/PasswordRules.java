package org.sencrm.core.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a new password must be: long enough, none of those that are tried first, and not the user's name. Digits and signs
 * put around a common word do not make it another one.
 */
final class PasswordRules {

    static final int MIN_LENGTH = 10;
    static final int MAX_LENGTH = 200;

    private static final int FEWEST_DIFFERENT = 4;
    private static final String LIST = "common-passwords.txt";

    private final Set<String> common = readCommon();

    /** The fault that the password has; empty where it may be used. */
    Optional<Weakness> weakness(char[] password, String userName) {
        if (password.length < MIN_LENGTH) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (password.length > MAX_LENGTH) {
            return Optional.of(Weakness.TOO_LONG);
        }
        String typed = new String(password).toLowerCase(Locale.ROOT);
        String word = word(typed);
        String name = userName.toLowerCase(Locale.ROOT);
        if (typed.equals(name) || !word.isEmpty() && word.equals(word(name))) {
            return Optional.of(Weakness.USER_NAME);
        }
        boolean monotonous = typed.chars().distinct().count() < FEWEST_DIFFERENT;
        return monotonous || common.contains(typed) || common.contains(word)
                ? Optional.of(Weakness.COMMON)
                : Optional.empty();
    }

    /** Without the digits and signs at both ends. */
    private static String word(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static Set<String> readCommon() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(PasswordRules.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why a password may not be used, with the key of the message that says so and the code for programs. */
    enum Weakness {
        TOO_SHORT("password.tooShort", "outOfRange"),
        TOO_LONG("password.tooLong", "tooLong"),
        COMMON("password.common", "refused"),
        USER_NAME("password.userName", "refused");

        private final String message;
        private final String code;

        Weakness(String message, String code) {
            this.message = message;
            this.code = code;
        }

        /** Its {@code {0}} is the least and its {@code {1}} the greatest length. */
        String message() {
            return message;
        }

        String code() {
            return code;
        }
    }
}
