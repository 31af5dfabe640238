package org.sencrm.api.record;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Which entries of a timeline are asked for.
 *
 * @param limit how many at most, 1 to 500
 * @param before only what is older; null for the newest
 * @param kinds only these, as {@link TimelineEntry#kind} has them; empty for all
 * @param by id of the user whose entries are wanted; 0 for anybody's
 */
public record TimelineQuery(int limit, Instant before, Set<String> kinds, long by) {

    public TimelineQuery {
        Objects.requireNonNull(kinds, "kinds");
    }

    /** The newest entries of any kind by anybody. */
    public static TimelineQuery newest(int limit) {
        return new TimelineQuery(limit, null, Set.of(), 0);
    }

    public TimelineQuery before(Instant time) {
        return new TimelineQuery(limit, time, kinds, by);
    }

    /** Whether entries of this kind are asked for. */
    public boolean wants(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }
}
