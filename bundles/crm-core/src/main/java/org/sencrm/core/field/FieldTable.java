package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;

/**
 * The registry of custom fields: {@code CORE_FIELD} with the fields, {@code CORE_FIELD_TYPE} with how often those of a type
 * changed and how many columns it has got, {@code CORE_FIELD_FREE} with columns that belong to no field.
 */
final class FieldTable {

    private static final String SELECT = "select ID, RECORD_TYPE, NAME, KIND, VERSION, DESCRIPTION, COLUMN_NAME,"
            + " SECOND_COLUMN, MODULE from CORE_FIELD where ";

    /** Oldest first: those of administrators and those of modules. */
    List<Definition> of(Connection connection, String type) throws SQLException {
        return Sql.of(SELECT + "RECORD_TYPE=? order by ID", type).query(connection, FieldTable::definition);
    }

    /** Those of all types that follow from other fields. */
    List<Definition> computed(Connection connection) throws SQLException {
        return Sql.of(SELECT + "MODULE is null order by ID").query(connection, FieldTable::definition).stream()
                .filter(definition -> definition.field().isComputed())
                .toList();
    }

    /** Computed fields that not all records have yet. */
    List<Behind> behind(Connection connection) throws SQLException {
        return Sql.of("select ID, RECORD_TYPE, NAME, BEHIND from CORE_FIELD where BEHIND is not null order by ID")
                .query(
                        connection,
                        row -> new Behind(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    /** Has the field computed for all records. */
    void fallBehind(Connection connection, long field) throws SQLException {
        Sql.of("update CORE_FIELD set BEHIND=0 where ID=?", field).execute(connection);
    }

    /**
     * Has come this far; not so where the field changed meanwhile and begins anew.
     *
     * @param next null where all records have it
     */
    void advance(Connection connection, Behind from, Long next) throws SQLException {
        Sql.of("update CORE_FIELD set BEHIND=?")
                .bind(ColumnType.LONG, next)
                .add(" where ID=? and BEHIND=?", from.field(), from.record())
                .execute(connection);
    }

    /** All that a module added to types of others, oldest first. */
    List<Definition> ofModule(Connection connection, String module) throws SQLException {
        return Sql.of(SELECT + "MODULE=? order by ID", module).query(connection, FieldTable::definition);
    }

    private static Definition definition(ResultSet row) throws SQLException {
        return new Definition(
                row.getLong(1),
                Definition.field(
                        row.getString(2),
                        row.getString(3),
                        FieldKind.of(row.getString(4)),
                        row.getLong(5),
                        row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }

    void insert(Connection connection, Definition definition) throws SQLException {
        Sql.of(
                        "insert into CORE_FIELD (ID, RECORD_TYPE, NAME, NAME_KEY, KIND, COLUMN_NAME, VERSION, DESCRIPTION,"
                                + " SECOND_COLUMN, MODULE) values (?,?,?,?,?,?,?,?,?,?)",
                        definition.id(),
                        definition.field().type(),
                        definition.field().name(),
                        definition.field().name().toLowerCase(Locale.ROOT),
                        definition.field().kind().code(),
                        definition.column(),
                        definition.field().version(),
                        definition.description())
                .bind(ColumnType.TEXT, definition.second())
                .bind(ColumnType.TEXT, definition.module())
                .execute(connection);
    }

    void update(Connection connection, Definition definition) throws SQLException {
        Sql.of(
                        "update CORE_FIELD set KIND=?, VERSION=?, DESCRIPTION=? where ID=?",
                        definition.field().kind().code(),
                        definition.field().version(),
                        definition.description(),
                        definition.id())
                .execute(connection);
    }

    void delete(Connection connection, Definition definition) throws SQLException {
        Sql.of("delete from CORE_FIELD where ID=?", definition.id()).execute(connection);
    }

    /** By type, how often its custom fields changed. */
    Map<String, Long> generations(Connection connection) throws SQLException {
        Map<String, Long> generations = new HashMap<>();
        Sql.of("select RECORD_TYPE, GENERATION from CORE_FIELD_TYPE")
                .query(connection, row -> generations.put(row.getString(1), row.getLong(2)));
        return generations;
    }

    /** 0 where they never changed. */
    long generation(Connection connection, String type) throws SQLException {
        Long generation = Sql.of("select GENERATION from CORE_FIELD_TYPE where RECORD_TYPE=?", type)
                .first(connection, row -> row.getLong(1));
        return generation == null ? 0 : generation;
    }

    /** Counts a change; until the transaction is over no other node changes the fields of the type. */
    void count(Connection connection, String type) throws SQLException {
        int counted = Sql.of("update CORE_FIELD_TYPE set GENERATION=GENERATION+1 where RECORD_TYPE=?", type)
                .execute(connection);
        if (counted == 0) {
            Sql.of("insert into CORE_FIELD_TYPE (RECORD_TYPE, GENERATION, LAST_COLUMN) values (?,1,0)", type)
                    .execute(connection);
        }
    }

    /** The number of a column that the type never had. */
    long nextColumn(Connection connection, String type) throws SQLException {
        Sql.of("update CORE_FIELD_TYPE set LAST_COLUMN=LAST_COLUMN+1 where RECORD_TYPE=?", type)
                .execute(connection);
        return Sql.of("select LAST_COLUMN from CORE_FIELD_TYPE where RECORD_TYPE=?", type)
                .first(connection, row -> row.getLong(1));
    }

    /** Has the values of a field that is gone taken away, and its columns serve others then. */
    void free(Connection connection, Definition gone) throws SQLException {
        String type = gone.field().type();
        Storage storage = gone.storage();
        free(connection, new Free(type, gone.column(), storage.sqlType(), gone.isSearched()));
        if (gone.second() != null) {
            free(connection, new Free(type, gone.second(), storage.second(), false));
        }
    }

    private void free(Connection connection, Free free) throws SQLException {
        Sql.of(
                        "insert into CORE_FIELD_FREE (RECORD_TYPE, COLUMN_NAME, SQL_TYPE, SEARCHED) values (?,?,?,?)",
                        free.type(),
                        free.column(),
                        free.sqlType(),
                        free.searched())
                .execute(connection);
    }

    /** Free columns whose values are still to be taken away. */
    List<Free> uncleared(Connection connection) throws SQLException {
        return Sql.of("select RECORD_TYPE, COLUMN_NAME, SQL_TYPE, SEARCHED from CORE_FIELD_FREE"
                        + " where CLEARED_AT is null")
                .query(connection, FieldTable::free);
    }

    /** Free columns of a type of column that were cleared before this time, in any order. */
    List<Free> cleared(Connection connection, String type, String sqlType, Instant before) throws SQLException {
        return Sql.of(
                        "select RECORD_TYPE, COLUMN_NAME, SQL_TYPE, SEARCHED from CORE_FIELD_FREE"
                                + " where RECORD_TYPE=? and SQL_TYPE=? and CLEARED_AT<?",
                        type,
                        sqlType,
                        before)
                .query(connection, FieldTable::free);
    }

    private static Free free(ResultSet row) throws SQLException {
        return new Free(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4));
    }

    /** @param at null where values have been found in it again */
    void clearedAt(Connection connection, Free free, Instant at) throws SQLException {
        Sql.of("update CORE_FIELD_FREE set CLEARED_AT=? where")
                .bind(ColumnType.TIMESTAMP, at)
                .add(" RECORD_TYPE=? and COLUMN_NAME=?", free.type(), free.column())
                .execute(connection);
    }

    void take(Connection connection, Free free) throws SQLException {
        Sql.of("delete from CORE_FIELD_FREE where RECORD_TYPE=? and COLUMN_NAME=?", free.type(), free.column())
                .execute(connection);
    }

    /**
     * How far a computed field has come.
     *
     * @param record the id up to which records have it
     */
    record Behind(long field, String type, String name, long record) {}

    /**
     * A column that belongs to no field.
     *
     * @param searched whether its values are among the words in which quick search looks
     */
    record Free(String type, String column, String sqlType, boolean searched) {}
}
