package org.sencrm.core.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * A version that counts now.
 *
 * @param name of the policy
 * @param roles ids of the roles for which it is; empty for everybody who works here
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

    /** When its day begins. */
    Instant begin(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /**
     * Whether it is for somebody with these roles.
     *
     * @param outside whether it is a partner or a customer, for whom it is only by a role that it names
     */
    boolean isFor(Collection<Long> roleIds, boolean outside) {
        return roles.isEmpty() ? !outside : !Collections.disjoint(roles, roleIds);
    }
}
