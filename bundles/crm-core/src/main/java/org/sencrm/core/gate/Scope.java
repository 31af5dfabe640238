package org.sencrm.core.gate;

/** How far a right reaches. Each scope holds all that the ones before it hold. */
enum Scope {
    /** Records that the caller owns. */
    OWN,
    /** Also those of the teams that the caller belongs to or manages. */
    TEAM,
    /** Also those of all teams below. */
    SUBTREE,
    ALL;

    boolean holds(Scope other) {
        return compareTo(other) >= 0;
    }
}
