package org.sencrm.transfer.run;

import java.util.List;

/** A row cannot become a record. Nothing of it was written. */
final class RefusedRow extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<RowError> errors;

    RefusedRow(RowError error) {
        this(List.of(error));
    }

    RefusedRow(List<RowError> errors) {
        super(errors.get(0).code(), null, false, false);
        this.errors = List.copyOf(errors);
    }

    List<RowError> errors() {
        return errors;
    }
}
