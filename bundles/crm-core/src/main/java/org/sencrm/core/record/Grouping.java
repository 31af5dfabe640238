package org.sencrm.core.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.filter.ListComparison;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/**
 * How a summary takes records apart: not at all, by the value of a field, or by each member of a list of choices, where a
 * record is in as many groups as its list has members. Immutable.
 */
final class Grouping {

    private static final String MEMBER = "GROUP_MEMBER";
    private static final String PATTERN = "GROUP_PATTERN";
    /** Rows of a table that stands in the statement itself; each costs the database time before it begins. */
    private static final int MOST_MEMBERS = 100;

    private final StoredType type;
    private final StoredField field;
    private final List<String> members;
    private final Sql condition;

    private Grouping(StoredType type, StoredField field, List<String> members, Sql condition) {
        this.type = type;
        this.field = field;
        this.members = members;
        this.condition = condition;
    }

    /** All records together. */
    static Grouping none(StoredType type) {
        return new Grouping(type, null, List.of(), new Sql());
    }

    /** @param codes all members that lists of the field may have; of no meaning for other fields */
    static Grouping by(StoredType type, StoredField field, List<String> codes) {
        return new Grouping(type, field, isList(field) ? codes : List.of(), new Sql());
    }

    private static boolean isList(StoredField field) {
        return field.kind() == FieldKind.CHOICES;
    }

    boolean isNone() {
        return field == null;
    }

    /** Whether a record may be in several groups. */
    boolean overlaps() {
        return field != null && isList(field);
    }

    /** The same in parts, each for one statement; nothing where there cannot be any group. */
    List<Grouping> parts() {
        if (!overlaps()) {
            return List.of(this);
        }
        List<Grouping> parts = new ArrayList<>();
        for (int from = 0; from < members.size(); from += MOST_MEMBERS) {
            List<String> some = members.subList(from, Math.min(members.size(), from + MOST_MEMBERS));
            parts.add(new Grouping(type, field, some, condition));
        }
        return parts;
    }

    /** Of the groups only these, of records with a value. */
    Grouping only(Collection<Object> keys) {
        if (overlaps()) {
            return new Grouping(
                    type, field, members.stream().filter(keys::contains).toList(), condition);
        }
        List<Object> values = keys.stream().map(field.values()::first).toList();
        return new Grouping(
                type,
                field,
                members,
                Sql.of(field.column().name() + " in ").list(field.column().type(), values));
    }

    /** All records together, whatever their groups. */
    Grouping all() {
        return none(type);
    }

    /** The records that are in no group, as they have no value. */
    Grouping withoutValue() {
        return new Grouping(type, null, List.of(), Sql.of(field.column().name() + " is null"));
    }

    /** Names of the columns by whose values the database groups. */
    List<String> columns() {
        if (overlaps()) {
            return List.of(MEMBER);
        }
        return field == null
                ? List.of()
                : field.columns().stream().map(Column::name).toList();
    }

    /** The value that a group has in common, from the first columns of a row; null for none. */
    Object key(ResultSet row) throws SQLException {
        if (overlaps()) {
            return row.getString(1);
        }
        return field == null ? null : field.read(row, 1);
    }

    /** {@code from … where …}. */
    Sql from(Sql where) {
        Sql from = Sql.of(" from " + type.table());
        if (overlaps()) {
            from.add(" join (values ");
            for (int i = 0; i < members.size(); i++) {
                String pattern = ListComparison.pattern(members.get(i));
                from.add(i == 0 ? "" : ", ")
                        .add("(cast(? as varchar(200)), cast(? as varchar(500)))", members.get(i), pattern);
            }
            from.add(") as GROUPED (" + MEMBER + ", " + PATTERN + ") on "
                    + ListComparison.likes(field.column().name(), PATTERN));
        }
        from.add(where);
        Questions.and(from, condition);
        return from;
    }
}
