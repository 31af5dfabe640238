package org.sencrm.core.filter;

import org.sencrm.core.store.ColumnType;

/** One column of an order. On both databases a missing value comes after all others, and first when falling. */
record SortKey(String column, ColumnType type, boolean falling, boolean nullable) {

    String sql() {
        return column + (falling ? " desc" : "");
    }
}
