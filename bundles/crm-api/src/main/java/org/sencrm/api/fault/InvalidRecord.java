package org.sencrm.api.fault;

import java.util.List;
import java.util.Optional;

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

    /**
     * What is wrong with one field, the first thing where there are several; empty where nothing is.
     *
     * @param field name of a field
     */
    public Optional<String> message(String field) {
        return errors.stream()
                .filter(error -> field.equals(error.field()))
                .map(FieldError::message)
                .findFirst();
    }
}
