package org.sencrm.core.gate;

import java.util.Locale;

/** How far a right reaches. Each scope holds all that the ones before it hold. */
enum Scope {
    /** Records that the caller owns. */
    OWN,
    /** Also those of the teams that the caller belongs to or manages. */
    TEAM,
    /** Also those of all teams below. */
    SUBTREE,
    ALL;

    /** As roles write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holds(Scope other) {
        return compareTo(other) >= 0;
    }
}
