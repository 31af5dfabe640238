package org.sencrm.core.filter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sencrm.core.store.Dialect;
import org.sencrm.core.store.Sql;

/**
 * The order of a list, always ending with the id so that no two records stand at the same place. Immutable.
 *
 * <p>A list is read in stretches, one after the other: the records with a value in the leading column, and those without.
 * Each is one range of an index, which one condition for both would not be.
 */
public final class Order {

    private final String name;
    private final List<SortKey> keys;
    private final Dialect dialect;
    private final boolean sorting;

    /** @param name of the list and its order, to which a cursor is bound */
    Order(String name, List<SortKey> keys, Dialect dialect) {
        this(name, keys, dialect, false);
    }

    /** @param sorting whether no index is to give the order; only where the id alone makes it */
    private Order(String name, List<SortKey> keys, Dialect dialect, boolean sorting) {
        this.sorting = sorting;
        this.name = name;
        this.keys = List.copyOf(keys);
        this.dialect = dialect;
    }

    /** For {@code order by}. */
    public String sql() {
        if (sorting) {
            return lead().name() + "+0" + (lead().falling() ? " desc" : "");
        }
        return keys.stream().map(SortKey::sql).collect(Collectors.joining(", "));
    }

    /** For {@code select}: what {@link #cursor} reads, each with a comma before it. */
    public String columns() {
        return keys.stream().map(key -> ", " + key.name()).collect(Collectors.joining());
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
     * The same order for records that are looked up by many values and then sorted. Derby would else go through the index
     * that has the order and compare each record with each value.
     */
    public Order sorting() {
        return dialect == Dialect.DERBY && keys.size() == 1 ? new Order(name, keys, dialect, true) : this;
    }

    /** The conditions of all stretches of the list, in order; an empty one holds for all records. */
    public List<Sql> stretches() {
        if (sorting) {
            return List.of(new Sql());
        }
        SortKey lead = lead();
        if (!lead.nullable()) {
            return List.of(present(lead));
        }
        return lead.falling() ? List.of(lead.isNull(), present(lead)) : List.of(present(lead), lead.isNull());
    }

    /**
     * The conditions of what is left of the stretches behind a cursor.
     *
     * @return null where the cursor is not one of this list in this order
     */
    public List<Sql> stretchesBehind(String cursor) {
        List<Object> values = Cursor.read(cursor, name, keys);
        if (values == null) {
            return null;
        }
        SortKey lead = lead();
        Object first = values.get(0);
        List<Sql> stretches = new ArrayList<>();
        if (first != null) {
            stretches.add(
                    keys.size() == 1
                            ? lead.behind(first)
                            : lead.from(first).add(" and ").add(behind(0, values)));
            if (lead.nullable() && !lead.falling()) {
                stretches.add(lead.isNull());
            }
        } else {
            stretches.add(lead.isNull().add(" and ").add(behind(1, values)));
            if (lead.falling()) {
                stretches.add(present(lead));
            }
        }
        return stretches;
    }

    private SortKey lead() {
        return keys.get(0);
    }

    /** Derby only takes the index that has the order where a condition leads it there; PostgreSQL knows by itself. */
    private Sql present(SortKey lead) {
        if (dialect == Dialect.DERBY) {
            return lead.wholeRange();
        }
        return lead.nullable() ? Sql.of(lead.name() + " is not null") : new Sql();
    }

    private Sql behind(int place, List<Object> values) {
        SortKey key = keys.get(place);
        Object value = values.get(place);
        Sql strictly = strictlyBehind(key, value);
        if (place == keys.size() - 1) {
            return strictly;
        }
        return Sql.of("(")
                .add(strictly)
                .add(" or ")
                .add(key.same(value))
                .add(" and ")
                .add(behind(place + 1, values))
                .add(")");
    }

    private static Sql strictlyBehind(SortKey key, Object value) {
        if (value == null) {
            return Sql.of(key.falling() ? key.name() + " is not null" : "1=0");
        }
        return key.nullable() && !key.falling()
                ? Sql.of("(")
                        .add(key.behind(value))
                        .add(" or ")
                        .add(key.isNull())
                        .add(")")
                : key.behind(value);
    }
}
