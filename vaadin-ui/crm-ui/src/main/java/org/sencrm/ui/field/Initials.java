package org.sencrm.ui.field;

import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The two letters that stand for a person or a company where there is no picture. */
public final class Initials {

    private static final int WORDS = 2;

    private Initials() {}

    /** First letters of the last two words: {@code "Nội thất Gỗ Việt"} gives {@code "GV"}; "?" for no name. */
    public static String of(String name) {
        if (name == null || name.isBlank()) {
            return "?";
        }
        List<String> words = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> Character.isLetter(word.codePointAt(0)))
                .toList();
        StringBuilder letters = new StringBuilder();
        words.stream()
                .skip(Math.max(0, words.size() - WORDS))
                .forEach(word -> letters.appendCodePoint(word.codePointAt(0)));
        return letters.isEmpty() ? "?" : letters.toString().toUpperCase(Locale.ROOT);
    }

    /** A round picture of the letters, hidden from screen readers because the name stands beside it. */
    public static Span avatar(String name, String... sizeClass) {
        Span avatar = new Span(of(name));
        avatar.addClassName("avatar");
        avatar.addClassNames(sizeClass);
        avatar.getElement().setAttribute("aria-hidden", "true");
        return avatar;
    }
}
