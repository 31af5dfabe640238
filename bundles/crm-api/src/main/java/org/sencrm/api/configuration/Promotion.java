package org.sencrm.api.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What became, or would become, of each item of a configuration that was brought here. Immutable.
 *
 * @param dryRun whether nothing was written
 * @param lines in the order in which they are applied, those that were refused for what they need at the end of their part
 */
public record Promotion(boolean dryRun, List<Line> lines) {

    /** What becomes of an item. */
    public enum State {
        ADDED,
        CHANGED,
        /** It was so already. */
        SAME,
        REFUSED;

        /** The name in REST. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Promotion {
        lines = List.copyOf(lines);
    }

    public long count(State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }

    /**
     * @param part name of the part
     * @param type name of the record type that it belongs to; null for none
     * @param label in the caller's language
     * @param before the members that change, as they were; empty where it was not there
     * @param after the members that change, as they become; all for an item that is added
     * @param reason why it was refused, in the caller's language; null otherwise
     */
    public record Line(
            String part,
            String key,
            String type,
            String label,
            State state,
            Map<String, Object> before,
            Map<String, Object> after,
            String reason) {

        public Line {
            before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
            after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
        }
    }
}
