package org.sencrm.core.retention;

/** Undoes what was begun for a record that has to stay. */
final class Kept extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param because as people read it */
    Kept(String because) {
        super(because, null, false, false);
    }
}
