package org.sencrm.vietnam.calendar;

import java.time.LocalDate;

/**
 * Days off that follow each other for one reason.
 *
 * @param name in messages: {@code vietnam.holiday.<name>}
 * @param first first day off
 * @param last last day off, the same for a single one
 * @param day the day that is kept: of Tết the first of the year
 */
public record Holiday(Name name, LocalDate first, LocalDate last, LocalDate day) {

    /** In the order of the year. */
    public enum Name {
        NEW_YEAR,
        TET,
        HUNG_KINGS,
        REUNIFICATION,
        LABOUR,
        NATIONAL,
        CULTURE;

        /** The key of its label. */
        public String key() {
            return "vietnam.holiday." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean includes(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
