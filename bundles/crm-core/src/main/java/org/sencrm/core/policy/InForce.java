package org.sencrm.core.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * A version that counts now.
 *
 * @param name of the policy
 * @param roles ids of the roles for which it is; empty for everybody
 * @param since when it began to count
 */
record InForce(long version, long policy, String name, int number, LocalDate from, Instant since, Set<Long> roles) {

    String label() {
        return label(name, number);
    }

    /** What a version is called. */
    static String label(String policy, int number) {
        return policy + " · " + number;
    }

    boolean isFor(Collection<Long> roleIds) {
        return roles.isEmpty() || !Collections.disjoint(roles, roleIds);
    }
}
