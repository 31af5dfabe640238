package org.sencrm.core.duplicate;

import java.util.HashMap;
import java.util.Map;

/** How alike two short texts are, by the pairs of letters that they share (Dice's coefficient). */
final class Likeness {

    private Likeness() {}

    /** From 0 for nothing in common to 1 for the same letters; letters out of place cost a little. */
    static double of(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        Map<String, Integer> pairs = pairs(one);
        int shared = 0;
        int all = Math.max(0, one.length() - 1) + Math.max(0, other.length() - 1);
        for (Map.Entry<String, Integer> pair : pairs(other).entrySet()) {
            shared += Math.min(pair.getValue(), pairs.getOrDefault(pair.getKey(), 0));
        }
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private static Map<String, Integer> pairs(String text) {
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.merge(text.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }
}
