package org.sencrm.core.field;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sencrm.api.field.RollUp;
import org.sencrm.core.filter.FilterNames;

/** A roll-up as it travels and is kept: a map of its members. */
final class RollUpMembers {

    static final Set<String> NAMES = Set.of("function", "type", "by", "field", "filter");

    private RollUpMembers() {}

    static Map<String, Object> write(RollUp rollUp) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("function", rollUp.function().code());
        members.put("type", rollUp.type());
        members.put("by", rollUp.by());
        members.put("field", rollUp.field());
        members.put("filter", rollUp.filter());
        return members;
    }

    /** {@link IllegalArgumentException} where the function is none. */
    static RollUp read(Map<?, ?> members) {
        return new RollUp(
                RollUp.Function.of(text(members, "function")),
                text(members, "type"),
                text(members, "by"),
                members.get("field") == null ? null : text(members, "field"),
                text(members, "filter"));
    }

    /** Names of the fields of the other records of which the roll-up tells something; none for null. */
    static Set<String> sources(RollUp rollUp) {
        if (rollUp == null) {
            return Set.of();
        }
        Set<String> sources = new LinkedHashSet<>(FilterNames.of(rollUp.filter()));
        sources.add(rollUp.by());
        if (rollUp.field() != null) {
            sources.add(rollUp.field());
        }
        return sources;
    }

    private static String text(Map<?, ?> members, String name) {
        return Objects.toString(members.get(name), "");
    }
}
