package org.sencrm.ui.permission;

import java.util.EnumSet;
import java.util.Set;
import org.sencrm.api.access.Right;

/**
 * What a role grants on one record type.
 *
 * @param type name of the type, or {@link TypeNames#ANY}
 * @param scope code: {@code own}, {@code linked}, {@code team}, {@code subtree} or {@code all}
 * @param hidden names of the fields that may not be read
 * @param totals whether company totals of the type tell more than it lets read
 */
record Permission(String type, Set<Right> rights, String scope, Set<String> hidden, boolean totals) {

    Permission {
        rights = rights.isEmpty() ? Set.of() : Set.copyOf(rights);
        hidden = Set.copyOf(hidden);
    }

    static Permission none(String type) {
        return new Permission(type, EnumSet.noneOf(Right.class), "own", Set.of(), false);
    }

    Permission granting(Set<Right> granted) {
        return new Permission(type, granted, scope, hidden, totals);
    }

    Permission within(String newScope) {
        return new Permission(type, rights, newScope, hidden, totals);
    }

    Permission hiding(Set<String> fields) {
        return new Permission(type, rights, scope, fields, totals);
    }

    Permission totalling(boolean all) {
        return new Permission(type, rights, scope, hidden, all);
    }

    /** Whether it says nothing: fields are hidden only from those who may read the others. */
    boolean isNothing() {
        return rights.isEmpty();
    }
}
