package org.sencrm.transfer.run;

/** A row points to a row further down that is not a record yet. */
final class WaitingRow extends Exception {

    private static final long serialVersionUID = 1L;

    WaitingRow() {
        super("waits for another row", null, false, false);
    }
}
