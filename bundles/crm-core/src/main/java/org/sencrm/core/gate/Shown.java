package org.sencrm.core.gate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What a role shows of a type.
 *
 * @param scope how far its widest line reaches
 * @param denied what any of its lines keeps back
 */
record Shown(Scope scope, Set<String> denied) {

    Shown and(Shown other) {
        Set<String> both = new HashSet<>(denied);
        both.addAll(other.denied);
        return new Shown(scope.holds(other.scope) ? scope : other.scope, both);
    }

    /** What none of the roles shows. */
    static Set<String> deniedByAll(Collection<Shown> roles) {
        return roles.stream()
                .map(Shown::denied)
                .reduce((one, other) -> {
                    Set<String> both = new HashSet<>(one);
                    both.retainAll(other);
                    return both;
                })
                .map(HashSet::new)
                .orElseGet(HashSet::new);
    }
}
