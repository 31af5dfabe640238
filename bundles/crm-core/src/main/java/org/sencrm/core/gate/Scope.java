package org.sencrm.core.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a right reaches. Each scope holds all that the ones before it hold. */
public enum Scope {
    /** Records that the caller owns. */
    OWN,
    /** Also those of the company that the caller belongs to; nobody who works here belongs to one. */
    LINKED,
    /** Also those of the teams that the caller belongs to or manages. */
    TEAM,
    /** Also those of all teams below. */
    SUBTREE,
    ALL;

    /** The scope that roles write so, letter by letter; empty for what is none. */
    public static Optional<Scope> of(Object code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }

    /** As roles write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holds(Scope other) {
        return compareTo(other) >= 0;
    }
}
