package org.sencrm.core.gate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.sencrm.api.access.Right;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;

/**
 * What a role shows of a type.
 *
 * @param scope how far its widest line reaches
 * @param denied what any of its lines keeps back
 */
record Shown(Scope scope, Set<String> denied) {

    /** What everybody may know of everybody who works here. */
    private static final Set<String> DIRECTORY = Set.of(SystemFields.ID, "name", SystemFields.TEAM);

    Shown and(Shown other) {
        Set<String> both = new HashSet<>(denied);
        both.addAll(other.denied);
        return new Shown(scope.holds(other.scope) ? scope : other.scope, both);
    }

    /** What each of the member's roles shows of a type. */
    static Map<Long, Shown> byRole(Member member, StoredType type) {
        Map<Long, Shown> roles = new HashMap<>();
        member.grants().stream()
                .filter(grant -> grant.covers(type, Right.READ))
                .forEach(grant -> roles.merge(grant.role(), new Shown(grant.scope(), grant.denied()), Shown::and));
        return roles;
    }

    /**
     * Names of the fields that none of the member's roles shows which reach a record; of those of all roles where none does.
     *
     * @param self whether it is about the member's own record among the users
     */
    static Set<String> denied(Member member, StoredType type, Predicate<Scope> reaches, boolean self) {
        Map<Long, Shown> roles = byRole(member, type);
        List<Shown> reaching = roles.values().stream()
                .filter(role -> reaches.test(role.scope()))
                .toList();
        boolean unreached = reaching.isEmpty();
        Set<String> denied = deniedByAll(unreached ? roles.values() : reaching);
        if (unreached && !self && SystemFields.USERS.equals(type.name())) {
            type.fields().stream()
                    .map(StoredField::name)
                    .filter(name -> !DIRECTORY.contains(name))
                    .forEach(denied::add);
        }
        return denied;
    }

    /** What none of the roles shows. */
    static Set<String> deniedByAll(Collection<Shown> roles) {
        return roles.stream()
                .map(Shown::denied)
                .reduce((one, other) -> {
                    Set<String> both = new HashSet<>(one);
                    both.retainAll(other);
                    return both;
                })
                .map(HashSet::new)
                .orElseGet(HashSet::new);
    }
}
