package org.sencrm.api.privacy;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;

/**
 * What goes when it has been kept long enough. A rule is a record of the type {@value #RULES}; what it did in a night is a
 * record of the type {@value #RUNS}, which nobody changes; what has to stay whatever a rule says is named by a record of the
 * type {@value #HOLDS}. Thread safe.
 *
 * @since 1.2
 */
@ProviderType
public interface Retention {

    /** The record type of rules. */
    String RULES = "retentionrules";

    /** The record type of what a rule did in one night. */
    String RUNS = "retentionruns";

    /** The record type of what has to stay. */
    String HOLDS = "legalholds";

    /** A preview looks so many days ahead. */
    int DAYS_AHEAD = 30;

    /** Larger numbers are not counted on. */
    long MOST_COUNTED = 100_000;

    /**
     * A record that a rule finds.
     *
     * @param keptBecause why it would stay all the same, in the caller's language; null where it would go
     */
    record Found(Reference record, String keptBecause) {}

    /**
     * What a rule would find, whether it is on or off.
     *
     * @param today how many records today, up to {@link #MOST_COUNTED}
     * @param soon how many more within {@link #DAYS_AHEAD} days
     * @param first the first 50 of those of today
     */
    record Preview(long today, long soon, List<Found> first) {}

    /**
     * @throws org.sencrm.api.fault.NotFound where there is no such rule
     * @throws org.sencrm.api.fault.Forbidden for whoever is no administrator
     * @throws org.sencrm.api.fault.NotNow where the rule cannot be read any more, as its type or field is away
     */
    Preview preview(Caller caller, long rule);
}
