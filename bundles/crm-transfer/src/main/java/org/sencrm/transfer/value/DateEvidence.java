package org.sencrm.transfer.value;

import java.util.Locale;
import java.util.Set;

/** Finds out over a whole column whether the day or the month comes first. */
public final class DateEvidence {

    private static final Set<String> MONTH_FIRST_COUNTRIES = Set.of("US", "PH", "FM", "PW", "MH");
    /** One side must outweigh the other by this much: single slips of the pen do not make a column doubtful. */
    private static final int OUTWEIGHS = 20;

    private long dayFirst;
    private long monthFirst;
    private long open;
    private long yearFirst;
    private char mark;
    private String example;

    public void see(String text) {
        DigitDate date = DigitDate.of(text);
        if (date == null || date.shortYear()) {
            return;
        }
        if (date.yearFirst()) {
            yearFirst++;
            return;
        }
        mark = mark == 0 ? date.mark() : mark;
        boolean asDayFirst = date.day(DateOrder.DAY_FIRST) != null;
        boolean asMonthFirst = date.day(DateOrder.MONTH_FIRST) != null;
        if (asDayFirst && asMonthFirst) {
            if (date.first() != date.second()) {
                open++;
                example = example == null ? text.strip() : example;
            }
        } else if (asDayFirst) {
            dayFirst++;
        } else if (asMonthFirst) {
            monthFirst++;
        }
    }

    /** What the column itself tells; null where it does not. */
    public DateOrder told() {
        if (dayFirst > monthFirst * OUTWEIGHS) {
            return DateOrder.DAY_FIRST;
        }
        if (monthFirst > dayFirst * OUTWEIGHS) {
            return DateOrder.MONTH_FIRST;
        }
        return mark == '.' && dayFirst == 0 && monthFirst == 0 ? DateOrder.DAY_FIRST : null;
    }

    /** Whether it matters: there are dates that mean two things. */
    public boolean isOpen() {
        return open > 0;
    }

    /** A date of the column that means two things; null where there is none. */
    public String example() {
        return example;
    }

    /** How many dates can be read in only one way. */
    public long certain() {
        return dayFirst + monthFirst;
    }

    /** How many dates mean two things. */
    public long open() {
        return open;
    }

    /** The pattern of the column; null where it holds no dates. */
    public String pattern(DateOrder order) {
        if (mark == 0) {
            return yearFirst > 0 ? DigitDate.ISO_PATTERN : null;
        }
        return order == null ? null : order.pattern(mark);
    }

    /** As people of the language write dates; null where its countries differ. */
    public static DateOrder usual(Locale locale) {
        if (locale.getLanguage().equals("vi")) {
            return DateOrder.DAY_FIRST;
        }
        if (locale.getCountry().isEmpty()) {
            return null;
        }
        return MONTH_FIRST_COUNTRIES.contains(locale.getCountry()) ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }
}
