package org.sencrm.api.fault;

import java.util.List;

/** Values were refused; nothing was saved. */
public class InvalidRecord extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public InvalidRecord(String message, List<FieldError> errors) {
        super(message);
        this.errors = List.copyOf(errors);
    }

    /** All that is wrong, at least one. */
    public List<FieldError> errors() {
        return errors;
    }
}
