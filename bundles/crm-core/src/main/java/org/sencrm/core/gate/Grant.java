package org.sencrm.core.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Right;
import org.sencrm.core.type.StoredType;

/**
 * One line of a role's permissions.
 *
 * @param role id of the role
 * @param type name of a record type, or {@code *} for all that are not administrative
 * @param denied names of the fields that this line does not show
 * @param totals whether totals go beyond what the line lets read
 * @param off modules that are switched off for the role: it grants nothing in them
 */
record Grant(
        long role, String type, Set<Right> rights, Scope scope, Set<String> denied, boolean totals, Set<String> off) {

    private static final String ANY = "*";
    private static final String ALL = "all";

    /** The lines of a role's {@code permissions}; what makes no sense there grants nothing. */
    static List<Grant> of(long role, Object permissions, Set<String> off) {
        List<Grant> grants = new ArrayList<>();
        if (permissions instanceof Collection<?> lines) {
            for (Object line : lines) {
                if (line instanceof Map<?, ?> parts && parts.get("type") instanceof String type) {
                    grants.add(new Grant(
                            role,
                            type,
                            rights(parts),
                            scope(parts),
                            denied(parts),
                            ALL.equals(parts.get("totals")),
                            off));
                }
            }
        }
        return grants;
    }

    /** What is left of it for somebody from outside, whatever the role says; for types that are not administrative. */
    Grant forOutside() {
        Scope least = scope.holds(Scope.LINKED) ? Scope.LINKED : scope;
        return new Grant(role, type, rights, least, denied, false, off);
    }

    boolean covers(StoredType stored, Right right) {
        boolean meant = type.equals(stored.name())
                || type.equals(ANY) && !stored.declared().administrative();
        return meant
                && rights.contains(right)
                && !off.contains(stored.declared().module());
    }

    private static Set<Right> rights(Map<?, ?> parts) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        Set<String> codes = texts(parts.get("actions"));
        Arrays.stream(Right.values())
                .filter(right -> codes.contains(right.code()))
                .forEach(rights::add);
        return rights;
    }

    /** Whoever says no scope, or one that there is not, means the smallest. */
    private static Scope scope(Map<?, ?> parts) {
        return Scope.of(parts.get("scope")).orElse(Scope.OWN);
    }

    private static Set<String> denied(Map<?, ?> parts) {
        return parts.get("fields") instanceof Map<?, ?> fields ? texts(fields.get("deny")) : Set.of();
    }

    /** The members of a list as texts; none where it is no list. */
    static Set<String> texts(Object list) {
        Set<String> texts = new HashSet<>();
        if (list instanceof Collection<?> members) {
            members.forEach(member -> texts.add(String.valueOf(member)));
        }
        return texts;
    }
}
