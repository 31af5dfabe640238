package org.sencrm.ui.permission;

import java.util.function.Function;

/**
 * A column of the matrix.
 *
 * @param key one of its own among the columns
 * @param role whose rights these are; null for a person's
 */
record MatrixColumn(String key, String title, RoleRights role, Function<MatrixRow, MatrixCell> cells) {

    static MatrixColumn of(RoleRights role) {
        return new MatrixColumn("role" + role.id(), role.name(), role, row -> MatrixCell.of(role, row));
    }
}
