package org.sencrm.core.demo;

import java.util.List;
import java.util.Random;

/** Draws from lists and ranges. */
final class Chance {

    /** By Circular 86/2024/TT-BTC. */
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

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

    /** Ten digits of which the last one checks the others, of an office that there is not: no real firm has it. */
    String taxCode() {
        String nine = "99" + digits(10).substring(2, 9);
        if (check(nine) > 9) {
            // no such number is given; the next one has a check digit
            nine = nine.substring(0, 8) + (nine.charAt(8) - '0' + 1) % 10;
        }
        return nine + check(nine);
    }

    private static int check(String nine) {
        int sum = 0;
        for (int i = 0; i < TAX_WEIGHTS.length; i++) {
            sum += TAX_WEIGHTS[i] * (nine.charAt(i) - '0');
        }
        return 10 - sum % 11;
    }
}
