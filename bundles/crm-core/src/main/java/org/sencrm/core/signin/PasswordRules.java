package org.sencrm.core.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a new password must be: long enough, none of those that are tried first, and no name that everybody knows. Digits and
 * signs put around a word do not make it another one, and neither does saying it twice.
 */
final class PasswordRules {

    static final int MIN_LENGTH = 10;
    static final int MAX_LENGTH = 200;

    private static final int FEWEST_DIFFERENT = 4;
    private static final String LIST = "common-passwords.txt";
    private static final String PRODUCT = "Sen CRM";
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * The fault that the password has; empty where it may be used.
     *
     * @param user what the user is called: user name, name, e-mail address
     * @param company what the company is called
     */
    Optional<Weakness> weakness(char[] password, Collection<String> user, String company) {
        if (password.length < MIN_LENGTH) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (password.length > MAX_LENGTH) {
            return Optional.of(Weakness.TOO_LONG);
        }
        String typed = new String(password);
        if (isOneOf(user, typed)) {
            return Optional.of(Weakness.USER_NAME);
        }
        if (isOneOf(List.of(company, PRODUCT), typed)) {
            return Optional.of(Weakness.COMPANY_NAME);
        }
        boolean monotonous = typed.chars().distinct().count() < FEWEST_DIFFERENT;
        return monotonous || isCommon(typed.toLowerCase(Locale.ROOT)) ? Optional.of(Weakness.COMMON) : Optional.empty();
    }

    private static boolean isOneOf(Collection<String> names, String typed) {
        Set<String> guessed = guesses(bare(typed));
        return names.stream()
                .map(PasswordRules::bare)
                .anyMatch(name -> guessed.contains(name) || guessed.contains(word(name)));
    }

    /** As it looks, without signs: a name is written with points, blanks, accents, or without. */
    private static String bare(String text) {
        return SIGNS.matcher(Likeness.of(text)).replaceAll("");
    }

    /** Reads the list each time, which is much faster than the hash of a new password: so it takes no memory. */
    private static boolean isCommon(String typed) {
        Set<String> guessed = guesses(typed);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(PasswordRules.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(guessed::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What somebody tries who would find the text: itself, the word in it, and what each of them repeats. */
    private static Set<String> guesses(String text) {
        return Stream.of(text, word(text))
                .flatMap(guess -> Stream.of(guess, repeated(guess)))
                .filter(guess -> !guess.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Without the digits and signs at both ends. */
    private static String word(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    /**
     * What is said twice or more, also with digits and signs between; the text itself where nothing is. Step by step, as a
     * pattern that refers back would take for ever with some texts.
     */
    private static String repeated(String text) {
        return IntStream.rangeClosed(1, text.length() / 2)
                .mapToObj(length -> text.substring(0, length))
                .filter(said -> isRepeated(said, text))
                .findFirst()
                .orElse(text);
    }

    private static boolean isRepeated(String said, String text) {
        int at = said.length();
        while (at < text.length()) {
            if (text.startsWith(said, at)) {
                at += said.length();
            } else if (!Character.isLetter(text.charAt(at))) {
                at++;
            } else {
                return false;
            }
        }
        return text.endsWith(said);
    }

    /** Why a password may not be used, with the key of the message that says so and the code for programs. */
    enum Weakness {
        TOO_SHORT("password.tooShort", "outOfRange"),
        TOO_LONG("password.tooLong", "tooLong"),
        COMMON("password.common", "refused"),
        USER_NAME("password.userName", "refused"),
        COMPANY_NAME("password.companyName", "refused");

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
