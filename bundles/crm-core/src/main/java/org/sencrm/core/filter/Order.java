package org.sencrm.core.filter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;

/** The order of a list, always ending with the id so that no two records stand at the same place. Immutable. */
public final class Order {

    private final String name;
    private final List<SortKey> keys;

    /** @param name of the list and its order, to which a cursor is bound */
    Order(String name, List<SortKey> keys) {
        this.name = name;
        this.keys = List.copyOf(keys);
    }

    /** For {@code order by}. */
    public String sql() {
        return keys.stream().map(SortKey::sql).collect(Collectors.joining(", "));
    }

    /** For {@code select}: what {@link #cursor} reads, each with a comma before it. */
    public String columns() {
        return keys.stream().map(key -> ", " + key.column()).collect(Collectors.joining());
    }

    /** The cursor behind the current row, whose columns {@link #columns} begin at this index. */
    public String cursor(ResultSet row, int index) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(keys.get(i).type().read(row, index + i));
        }
        return Cursor.write(name, values);
    }

    /**
     * The condition for what comes behind a cursor.
     *
     * @return null where the cursor is not one of this list in this order
     */
    public Sql after(String cursor) {
        List<Object> values = Cursor.read(cursor, name, keys);
        if (values == null) {
            return null;
        }
        SortKey lead = keys.get(0);
        Object first = values.get(0);
        Sql condition = Sql.of("(");
        boolean inOneDirection = first != null && (lead.falling() || !lead.nullable());
        if (inOneDirection && keys.size() > 1) {
            // tells the database where in the index to begin
            condition.add(lead.column() + (lead.falling() ? "<=?" : ">=?") + " and ").bind(lead.type(), first);
        }
        return condition.add(behind(0, values)).add(")");
    }

    private Sql behind(int place, List<Object> values) {
        SortKey key = keys.get(place);
        Object value = values.get(place);
        Sql strictly = strictlyBehind(key, value);
        if (place == keys.size() - 1) {
            return strictly;
        }
        Sql same = value == null
                ? Sql.of(key.column() + " is null")
                : Sql.of(key.column() + "=?").bind(key.type(), value);
        return Sql.of("(")
                .add(strictly)
                .add(" or ")
                .add(same)
                .add(" and ")
                .add(behind(place + 1, values))
                .add(")");
    }

    private static Sql strictlyBehind(SortKey key, Object value) {
        if (value == null) {
            return Sql.of(key.falling() ? key.column() + " is not null" : "1=0");
        }
        Sql beyond = Sql.of(key.column() + (key.falling() ? "<?" : ">?")).bind(key.type(), value);
        return key.nullable() && !key.falling()
                ? Sql.of("(").add(beyond).add(" or " + key.column() + " is null)")
                : beyond;
    }

    static SortKey id(boolean falling) {
        return new SortKey("ID", ColumnType.LONG, falling, false);
    }
}
