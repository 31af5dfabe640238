package org.sencrm.transfer.value;

/** A text does not fit the kind of its field. Carries no stack trace: a file may hold a million of them. */
public final class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code as in {@link org.sencrm.api.fault.FieldError#code} */
    public BadValue(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
