package org.sencrm.core.configuration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.core.value.Digest;
import org.sencrm.core.value.Json;

/** Values as they travel, so that what was read from a file and what is there can be compared. */
final class Plain {

    private static final long MOST = 1_000_000_000_000_000_000L;

    private Plain() {}

    /** In classes of the JDK only, members by name; {@link IllegalArgumentException} where it is no JSON. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(Map<String, ?> value) {
        return (Map<String, Object>) Json.read(Json.write(value));
    }

    /** A number for the value, another one for another value, of at most 18 digits. */
    static long version(Map<String, ?> value) {
        return Long.parseUnsignedLong(Digest.sha256(Json.write(value)), 0, 15, 16) % MOST;
    }

    static boolean same(Object one, Object other) {
        return Json.write(one).equals(Json.write(other));
    }

    /** The members of the first that the second does not have alike. */
    static Map<String, Object> difference(Map<String, Object> value, Map<String, Object> other) {
        Map<String, Object> different = new LinkedHashMap<>(value);
        different
                .entrySet()
                .removeIf(member ->
                        other.containsKey(member.getKey()) && same(member.getValue(), other.get(member.getKey())));
        return different;
    }
}
