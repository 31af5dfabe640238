package org.sencrm.transfer.mapping;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.api.search.Folding;

/** A name as words to compare by: without case, accents and punctuation, {@code annualRevenue} as two of them. */
record Words(String joined) {

    static Words of(String name) {
        String parted = name.replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1 $2");
        return new Words(Folding.fold(parted.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")));
    }

    /** From 0 for nothing in common to 1 for the same. */
    double likeness(Words other) {
        if (joined.isEmpty() || other.joined.isEmpty()) {
            return 0;
        }
        String mine = joined.replace(" ", "");
        String theirs = other.joined.replace(" ", "");
        if (mine.equals(theirs)) {
            return 1;
        }
        double byLetters = 1 - (double) EditDistance.between(mine, theirs) / Math.max(mine.length(), theirs.length());
        return Math.max(byLetters, byWords(other));
    }

    /** Whether all words of one are words of the other; the fewer are left over, the better. */
    private double byWords(Words other) {
        Set<String> mine = set();
        Set<String> theirs = other.set();
        boolean contained = mine.containsAll(theirs) || theirs.containsAll(mine);
        int most = Math.max(mine.size(), theirs.size());
        return contained ? 0.6 + 0.3 * Math.min(mine.size(), theirs.size()) / most : 0;
    }

    private Set<String> set() {
        return new TreeSet<>(Arrays.asList(joined.split(" ")));
    }
}
