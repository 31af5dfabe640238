package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.core.filter.Order;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;

/** The rows of one page, read stretch by stretch until there is one more than the page holds. */
final class PageRows {

    private final Selection selection;
    private final Order order;
    private final int limit;
    private final List<StoredRow> rows = new ArrayList<>();
    private String cursor;
    private boolean more;

    PageRows(Selection selection, Order order, int limit) {
        this.selection = selection;
        this.order = order;
        this.limit = limit;
    }

    /** Reads the stretch as far as it is needed. */
    void read(Connection connection, StoredType type, Sql where, Sql stretch) throws SQLException {
        if (more) {
            return;
        }
        Sql statement = Sql.of("select " + selection.columns() + order.columns() + " from " + type.table())
                .add(where);
        Questions.and(statement, stretch);
        statement
                .add(" order by " + order.sql() + " fetch first " + (limit + 1 - rows.size()) + " rows only")
                .query(connection, row -> {
                    if (rows.size() == limit) {
                        more = true;
                    } else {
                        rows.add(selection.read(row));
                        cursor = rows.size() == limit ? order.cursor(row, selection.end()) : null;
                    }
                    return more;
                });
    }

    List<StoredRow> rows() {
        return rows;
    }

    /** The cursor of the following page; null on the last. */
    String next() {
        return more ? cursor : null;
    }
}
