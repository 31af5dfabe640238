package org.sencrm.transfer.run;

/** How many rows came to what. */
record Counts(long created, long updated, long skipped, long failed) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    /** Rows that are accounted for. */
    long done() {
        return created + updated + skipped + failed;
    }

    Counts plus(Counts other) {
        return new Counts(
                created + other.created, updated + other.updated, skipped + other.skipped, failed + other.failed);
    }
}
