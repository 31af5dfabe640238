package org.sencrm.core.signin;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.sencrm.api.search.Folding;

/**
 * The form of a name that all its spellings share for which an outside directory may find the same person: such directories
 * do not tell apart full width and half width, letters with and without accents, or what nobody sees.
 */
final class Likeness {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{C}\\p{Z}\\s]+");
    private static final Map<String, String> LETTERS =
            Map.of("æ", "ae", "œ", "oe", "þ", "th", "ø", "o", "ł", "l", "ħ", "h");

    private Likeness() {}

    static String of(String name) {
        // to upper case and back, as ß is SS and ı is I
        String folded = Folding.fold(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String seen = UNSEEN.matcher(folded).replaceAll("");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            seen = seen.replace(letter.getKey(), letter.getValue());
        }
        return seen;
    }
}
