package org.sencrm.sales.ui;

import java.time.LocalDate;
import java.util.Locale;

/** A span of days that contains today, or all time. */
enum Period {
    ALL,
    MONTH,
    QUARTER,
    YEAR;

    boolean isBounded() {
        return this != ALL;
    }

    /** The first day; only of a bounded period. */
    LocalDate start(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        return switch (this) {
            case MONTH -> month;
            case QUARTER -> month.minusMonths((month.getMonthValue() - 1) % 3);
            case YEAR -> today.withDayOfYear(1);
            case ALL -> throw new IllegalStateException("all time has no first day");
        };
    }

    /** Last part of message keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
