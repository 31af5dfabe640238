package org.sencrm.api.search;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which text is compared: lower case, without accents, đ as d, one space between words. */
public final class Folding {

    private Folding() {}

    /** Never null; {@code "Công ty  ĐÔNG Á"} becomes {@code "cong ty dong a"}. */
    public static String fold(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(decomposed.length());
        boolean gap = false;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            int kind = Character.getType(c);
            if (kind == Character.NON_SPACING_MARK || kind == Character.FORMAT) {
                continue;
            }
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = folded.length() > 0;
                continue;
            }
            if (gap) {
                folded.append(' ');
                gap = false;
            }
            folded.append(c == 'đ' ? 'd' : c);
        }
        return folded.toString();
    }
}
