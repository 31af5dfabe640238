package org.sencrm.ui.permission;

import java.util.Set;
import org.sencrm.api.record.RecordType;

/**
 * What a row of the matrix is about: a record type, all of them, or a permission that a module declares.
 *
 * @param code name of the type, {@link TypeNames#ANY}, or code of the permission
 * @param name what people read
 * @param type null for all types, for one that is not there now, and for a permission
 */
record MatrixRow(String code, String name, RecordType type, boolean permission) {

    private static final Set<String> KEPT = Set.of("views", "sets", "favourites");

    /** One of its own among all rows. */
    String key() {
        return (permission ? "permission:" : "type:") + code;
    }

    /** Whether there are company totals: neither of what the product itself runs on, nor of what people keep for themselves. */
    boolean hasTotals() {
        return type == null || !type.administrative() && !KEPT.contains(code);
    }

    /** Whether a line about all record types is about this one, too. */
    boolean isCoveredByAny() {
        return !permission && type != null && !type.administrative();
    }
}
