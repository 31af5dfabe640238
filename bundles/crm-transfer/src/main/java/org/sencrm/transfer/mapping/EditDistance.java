package org.sencrm.transfer.mapping;

import java.util.Collection;
import org.sencrm.api.search.Folding;

/** How many letters must be put in, left out or changed to make one text of another. */
public final class EditDistance {

    /** Texts are compared by no more than this many characters. */
    private static final int LONGEST = 100;

    private EditDistance() {}

    static int between(String a, String b) {
        String one = a.length() > LONGEST ? a.substring(0, LONGEST) : a;
        String other = b.length() > LONGEST ? b.substring(0, LONGEST) : b;
        int[] before = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + change);
            }
            int[] spare = before;
            before = now;
            now = spare;
        }
        return before[other.length()];
    }

    /** The candidate that is nearest to the text, without regard to case, accents and blanks; null where none is near. */
    public static String nearest(String text, Collection<String> candidates) {
        String wanted = squeezed(text);
        String best = null;
        int bestDistance = wanted.length() / 3 + 1;
        for (String candidate : candidates) {
            String other = squeezed(candidate);
            if (Math.abs(other.length() - wanted.length()) < bestDistance) {
                int distance = between(wanted, other);
                if (distance < bestDistance) {
                    best = candidate;
                    bestDistance = distance;
                }
            }
        }
        return best;
    }

    private static String squeezed(String text) {
        return Folding.fold(text).replace(" ", "");
    }
}
