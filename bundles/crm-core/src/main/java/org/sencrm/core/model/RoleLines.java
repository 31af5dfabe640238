package org.sencrm.core.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sencrm.api.access.Right;
import org.sencrm.core.gate.Scope;

/** The lines of a role's permissions as people and files write them. */
final class RoleLines {

    private static final Set<String> MEMBERS = Set.of("type", "actions", "scope", "fields", "totals");
    private static final Set<String> TOTALS = Set.of("all");
    private static final Set<String> OF_FIELDS = Set.of("deny");

    private RoleLines() {}

    /** A word in them that means nothing, so that whoever wrote it may think it did; empty where all is well. */
    static Optional<String> strange(Object permissions) {
        return permissions instanceof List<?> lines
                ? lines.stream().flatMap(line -> strangeIn(line).stream()).findFirst()
                : Optional.ofNullable(permissions).map(String::valueOf);
    }

    private static Optional<String> strangeIn(Object line) {
        if (!(line instanceof Map<?, ?> members) || !(members.get("type") instanceof String)) {
            return Optional.of(String.valueOf(line));
        }
        Optional<String> member = unknown(members.keySet(), MEMBERS);
        if (member.isEmpty() && members.get("fields") instanceof Map<?, ?> fields) {
            member = unknown(fields.keySet(), OF_FIELDS);
        }
        if (member.isEmpty()) {
            member = unknownAction(members.get("actions"));
        }
        Object scope = members.get("scope");
        if (member.isEmpty() && scope != null && Scope.of(scope).isEmpty()) {
            return Optional.of(String.valueOf(scope));
        }
        Object totals = members.get("totals");
        return member.isEmpty() && totals != null ? unknown(List.of(totals), TOTALS) : member;
    }

    private static Optional<String> unknownAction(Object actions) {
        List<String> codes = Arrays.stream(Right.values()).map(Right::code).toList();
        return actions instanceof Collection<?> several ? unknown(several, codes) : Optional.empty();
    }

    private static Optional<String> unknown(Collection<?> words, Collection<String> known) {
        return words.stream()
                .map(String::valueOf)
                .filter(word -> !known.contains(word))
                .findFirst();
    }
}
