package org.sencrm.transfer.run;

/**
 * What is wrong with one cell, or with a row as a whole.
 *
 * @param code as in {@link org.sencrm.api.fault.FieldError#code}
 * @param column of the file; null for the row
 * @param value that does not fit; null for the row
 * @param message of the record engine, for people; null where the code says all there is to say
 * @param target name of the type that a reference did not find; null for other trouble
 */
record RowError(String code, String column, String value, String message, String target) {

    private static final int SHOWN_CHARACTERS = 200;

    RowError {
        if (value != null && value.length() > SHOWN_CHARACTERS) {
            value = value.substring(0, SHOWN_CHARACTERS) + "…";
        }
    }

    static RowError of(String code, String column, String value) {
        return new RowError(code, column, value, null, null);
    }

    static RowError ofRow(String code, String message) {
        return new RowError(code, null, null, message, null);
    }
}
