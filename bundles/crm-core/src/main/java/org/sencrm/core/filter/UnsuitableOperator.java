package org.sencrm.core.filter;

/** A field that cannot be asked in this way; becomes an invalid request. */
final class UnsuitableOperator extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsuitableOperator() {
        super("unsuitable", null, false, false);
    }
}
