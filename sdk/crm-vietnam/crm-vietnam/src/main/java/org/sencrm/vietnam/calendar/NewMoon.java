package org.sencrm.vietnam.calendar;

import static java.lang.Math.floor;
import static java.lang.Math.sin;
import static java.lang.Math.toRadians;

/**
 * Where moon and sun stand, as far as the calendar asks: on which day in Hanoi a new moon falls, and in which twelfth of its
 * path the sun stands when a day begins there. Since 1 January 1968 the calendar counts with UTC+7 (decision 121/CP of 8 August
 * 1967), before with UTC+8. The series are those of Jean Meeus, Astronomical Algorithms, with the
 * terms that Hồ Ngọc Đức names as enough for the Vietnamese calendar.
 */
final class NewMoon {

    static final double MONTH = 29.530588853;

    /** The first new moon of 1900, in days of Julius, from which they are counted. */
    private static final double FIRST = 2415021.076998695;

    /** 1 January 1968. */
    private static final long CHANGE = -731;

    /** Julian day of 1 January 1970. */
    private static final long JULIAN = 2440588;

    private NewMoon() {}

    /** Number of the last new moon that may fall on the day or before it; it may be a day late. */
    static int before(long epochDay) {
        return (int) floor((epochDay + JULIAN - FIRST) / MONTH);
    }

    /** Day since 1970 on which the new moon of this number falls. */
    static long day(int number) {
        double noon = instant(number) + 0.5 - JULIAN;
        return (long) floor(noon + zone((long) floor(noon)));
    }

    /** What the clocks of the calendar are ahead, in days. */
    private static double zone(long epochDay) {
        return (epochDay < CHANGE ? 8.0 : 7.0) / 24;
    }

    /** Ephemeris of the mean new moon, corrected by the largest periodic terms and by the slowing of the earth. */
    private static double instant(int number) {
        double k = number;
        double t = k / 1236.85;
        double t2 = t * t;
        double t3 = t2 * t;
        double mean = 2415020.75933
                + 29.53058868 * k
                + 0.0001178 * t2
                - 0.000000155 * t3
                + 0.00033 * sin(toRadians(166.56 + 132.87 * t - 0.009173 * t2));
        double sun = toRadians(359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3);
        double moon = toRadians(306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3);
        double node = toRadians(21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3);
        return mean + periodic(t, sun, moon, node) - slowing(t, t2);
    }

    private static double periodic(double t, double sun, double moon, double node) {
        return (0.1734 - 0.000393 * t) * sin(sun)
                + 0.0021 * sin(2 * sun)
                - 0.4068 * sin(moon)
                + 0.0161 * sin(2 * moon)
                - 0.0004 * sin(3 * moon)
                + 0.0104 * sin(2 * node)
                - 0.0051 * sin(sun + moon)
                - 0.0074 * sin(sun - moon)
                + 0.0004 * sin(2 * node + sun)
                - 0.0004 * sin(2 * node - sun)
                - 0.0006 * sin(2 * node + moon)
                + 0.0010 * sin(2 * node - moon)
                + 0.0005 * sin(2 * moon + sun);
    }

    private static double slowing(double t, double t2) {
        return -0.000278 + 0.000265 * t + 0.000262 * t2;
    }

    /** In which of twelve equal parts of its path the sun stands at midnight, 0 from the spring equinox, 9 from the winter solstice. */
    static int sunSector(long epochDay) {
        double t = (epochDay + JULIAN - 2451545.5 - zone(epochDay)) / 36525;
        double t2 = t * t;
        double anomaly = toRadians(357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2);
        double longitude = 280.46645
                + 36000.76983 * t
                + 0.0003032 * t2
                + (1.914600 - 0.004817 * t - 0.000014 * t2) * sin(anomaly)
                + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
                + 0.000290 * sin(3 * anomaly);
        return (int) floor((longitude - 360 * floor(longitude / 360)) / 30);
    }
}
