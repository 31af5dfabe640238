package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sencrm.core.computed.ComputedFields;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes a field that is new, or follows from others in another way now, for the records that were there before: some at a
 * time, in the order of their ids, and after an interruption from where it was.
 */
final class Backlog {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final int ROWS = 200;

    private final Database database;
    private final TypeRegistry types;
    private final AddedFields fields;
    private final ComputedFields computed;
    private final FieldTable table = new FieldTable();

    Backlog(Database database, TypeRegistry types, AddedFields fields, ComputedFields computed) {
        this.database = database;
        this.types = types;
        this.fields = fields;
        this.computed = computed;
    }

    /** Does some records of each field; tells whether there is more to be done now. */
    boolean work() {
        boolean more = false;
        for (FieldTable.Behind behind : database.read(table::behind)) {
            more |= database.write(connection -> step(connection, behind));
        }
        return more;
    }

    private boolean step(Connection connection, FieldTable.Behind behind) throws SQLException {
        StoredType known = types.stored(behind.type()).orElse(null);
        StoredType type = known == null ? null : types.hold(database, known);
        StoredField field = type == null ? null : type.field(behind.name()).orElse(null);
        if (field == null || !field.isComputed() || !isPossible(connection, type, field)) {
            return false;
        }
        List<Long> ids = Sql.of(
                        "select ID from " + type.table() + " where ID>? order by ID fetch first " + ROWS + " rows only",
                        behind.record())
                .query(connection, row -> row.getLong(1));
        if (ids.isEmpty()) {
            table.advance(connection, behind, null);
            LOG.info("All records of {} have the computed field {}", type, behind.name());
            return false;
        }
        computed.recompute(connection, type, ids, field.rollUp() == null ? List.of() : List.of(field));
        table.advance(connection, behind, ids.get(ids.size() - 1));
        return true;
    }

    /** Not before this node knows the field as it is now, and all that it follows from is there. */
    private boolean isPossible(Connection connection, StoredType type, StoredField field) throws SQLException {
        boolean present = fields.generation(type.name()) == table.generation(connection, type.name());
        return present && (field.rollUp() == null ? type.calculated().contains(field) : computed.isWhole(type, field));
    }
}
