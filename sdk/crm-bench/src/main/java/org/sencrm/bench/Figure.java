package org.sencrm.bench;

import java.util.Locale;

/**
 * One measured figure.
 *
 * @param floor what plain JDBC needs for the same; null where there is no such thing
 * @param goal bound that the figure should keep
 * @param more whether a larger value is better (rows a second)
 * @param maxRatio largest allowed ratio to the floor; null for none
 */
record Figure(String name, double value, String unit, Double floor, double goal, boolean more, Double maxRatio) {

    static Figure atMost(String name, double value, String unit, Double floor, double goal) {
        return new Figure(name, value, unit, floor, goal, false, null);
    }

    static Figure atLeast(String name, double value, String unit, Double floor, double goal) {
        return new Figure(name, value, unit, floor, goal, true, null);
    }

    Figure within(double ratio) {
        return new Figure(name, value, unit, floor, goal, more, ratio);
    }

    boolean isOk() {
        boolean bound = more ? value >= goal : value <= goal;
        return bound && (maxRatio == null || ratio() <= maxRatio);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%s %.2f %s floor=%s ratio=%s goal=%.0f%s %s",
                name,
                value,
                unit,
                floor == null ? "-" : String.format(Locale.ROOT, "%.3f", floor),
                floor == null ? "-" : String.format(Locale.ROOT, "%.1f", ratio()),
                goal,
                maxRatio == null ? "" : String.format(Locale.ROOT, ",ratio<=%.1f", maxRatio),
                isOk() ? "ok" : "short");
    }

    private double ratio() {
        return more ? floor / value : value / floor;
    }
}
