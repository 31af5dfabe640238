package org.sencrm.api.configuration;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.sencrm.api.record.Reference;

/**
 * One thing that a company made or can change, such as a custom field. Immutable.
 *
 * @param key tells it from all others of its part, and is the same in every installation: made of names, never of ids
 * @param value what is there, as JSON has it: maps, lists, texts, numbers, yes and no. Every member is named, one that is
 *     not set with null, so that taking a value away travels too. Never anybody's secret
 * @param declared what the modules say it should be, with the members of {@code value}; empty where they say nothing, as
 *     it was added by the company
 * @param changedAt when it was last changed; null where that is not known
 * @param changedBy who changed it last; null where that is not known
 * @param takeBack whether it can be taken back
 * @param record the record that holds it, by which it is found in the trash; null where it is none. Does not travel
 */
public record ConfigurationItem(
        String key,
        Map<String, Object> value,
        Map<String, Object> declared,
        Instant changedAt,
        Reference changedBy,
        TakeBack takeBack,
        Reference record) {

    /** What becomes of an item that is taken back. */
    public enum TakeBack {
        /** It cannot be taken back. */
        NEVER,
        /** It becomes what the modules declare, or goes, and can be put back. */
        UNDOABLE,
        /** Something goes with it for good, such as the values of a field. */
        FOR_GOOD
    }

    public ConfigurationItem {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(takeBack, "takeBack");
        value = Collections.unmodifiableMap(new LinkedHashMap<>(value));
        declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
    }

    /** One that is no record. */
    public ConfigurationItem(
            String key,
            Map<String, Object> value,
            Map<String, Object> declared,
            Instant changedAt,
            Reference changedBy,
            TakeBack takeBack) {
        this(key, value, declared, changedAt, changedBy, takeBack, null);
    }

    /** One that the company added, of which nobody knows when. */
    public static ConfigurationItem added(String key, Map<String, Object> value, TakeBack takeBack) {
        return new ConfigurationItem(key, value, Map.of(), null, null, takeBack);
    }

    /** Whether the company added it, and no module knows of it. */
    public boolean isAdded() {
        return declared.isEmpty();
    }
}
