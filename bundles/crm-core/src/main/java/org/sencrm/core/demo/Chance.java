package org.sencrm.core.demo;

import java.util.List;
import java.util.Random;

/** Draws from lists and ranges. */
final class Chance {

    private final Random random;

    Chance(Random random) {
        this.random = random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** True in this share of cases, 0 to 1. */
    boolean hits(double share) {
        return random.nextDouble() < share;
    }

    /** Between the two, each order of magnitude as likely as another. */
    double spread(double least, double most) {
        return least * Math.pow(most / least, random.nextDouble());
    }

    /** This many digits, the first one not zero. */
    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        digits.append(between(1, 9));
        while (digits.length() < count) {
            digits.append(between(0, 9));
        }
        return digits.toString();
    }
}
