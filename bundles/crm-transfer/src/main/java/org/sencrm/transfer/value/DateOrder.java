package org.sencrm.transfer.value;

/** Which part of a date that is written in digits comes first, where the year does not. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    /** The pattern in which people write it with this mark between the parts. */
    String pattern(char mark) {
        if (this == MONTH_FIRST) {
            return "M" + mark + "d" + mark + "yyyy";
        }
        return mark == '.' ? "dd.MM.yyyy" : "d" + mark + "M" + mark + "yyyy";
    }
}
