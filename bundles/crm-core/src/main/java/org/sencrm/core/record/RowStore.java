package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.core.filter.Keys;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/** Rows of record tables, as they are: no rights, no rules. Texts of statements are kept with the type. */
final class RowStore {

    private static final String LABEL_KEY = "LABEL_KEY";
    private static final String SEARCH_TEXT = "SEARCH_TEXT";

    /** The row, among the living or in the trash; null where there is none. */
    StoredRow find(Connection connection, StoredType type, long id, boolean trashed) throws SQLException {
        Selection selection = Selection.everything(type);
        return Sql.of(
                        "select " + selection.columns() + " from " + type.table() + " where ID=? and DELETED_AT is "
                                + (trashed ? "not null" : "null"),
                        id)
                .first(connection, selection::read);
    }

    /** A new row of version 1. */
    void insert(Connection connection, StoredType type, Map<String, Object> values) throws SQLException {
        Sql statement = Sql.of(type.text("insert", RowStore::insertText)).bind(ColumnType.LONG, 1L);
        type.fields().forEach(field -> field.bind(statement, values.get(field.name())));
        bindLabelKey(statement, type, values);
        bindSearchText(statement, type, values);
        statement.execute(connection);
    }

    /** Writes these fields where the row still has this version; false where it has not. */
    boolean update(
            Connection connection,
            StoredType type,
            long id,
            long version,
            Map<String, Object> values,
            Collection<String> names)
            throws SQLException {
        List<StoredField> fields = names.stream().map(type::require).toList();
        Sql statement = Sql.of(type.text(new UpdateOf(List.copyOf(names)), known -> updateText(known, fields)));
        fields.forEach(field -> field.bind(statement, values.get(field.name())));
        if (fields.stream().anyMatch(type::isLabel)) {
            bindLabelKey(statement, type, values);
        }
        if (touchesSearch(type, fields)) {
            bindSearchText(statement, type, values);
        }
        return statement
                        .bind(ColumnType.LONG, id)
                        .bind(ColumnType.LONG, version)
                        .execute(connection)
                > 0;
    }

    /** Moves a row into the trash, or out of it where {@code at} is null; false where it has not this version any more. */
    boolean trash(Connection connection, StoredType type, StoredRow row, Instant at, Instant now, long by)
            throws SQLException {
        return Sql.of("update " + type.table() + " set DELETED_AT=?, UPDATED_AT=?, UPDATED_BY=?,")
                        .bind(ColumnType.TIMESTAMP, at)
                        .bind(ColumnType.TIMESTAMP, now)
                        .bind(ColumnType.LONG, by)
                        .add(" VERSION=VERSION+1 where ID=? and VERSION=?", row.id(), row.version())
                        .execute(connection)
                > 0;
    }

    /** Takes a row away for good; false where it has not this version any more. */
    boolean purge(Connection connection, StoredType type, StoredRow row) throws SQLException {
        return Sql.of("delete from " + type.table() + " where ID=? and VERSION=?", row.id(), row.version())
                        .execute(connection)
                > 0;
    }

    private static String insertText(StoredType type) {
        List<String> columns = Stream.of(
                        Stream.of("VERSION"), columns(type.fields()), Stream.of(LABEL_KEY, SEARCH_TEXT))
                .flatMap(names -> names)
                .toList();
        return "insert into " + type.table() + " (" + String.join(", ", columns) + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(",")) + ")";
    }

    private static String updateText(StoredType type, List<StoredField> fields) {
        Stream<String> keys = Stream.concat(
                fields.stream().anyMatch(type::isLabel) ? Stream.of(LABEL_KEY) : Stream.empty(),
                touchesSearch(type, fields) ? Stream.of(SEARCH_TEXT) : Stream.empty());
        return Stream.concat(columns(fields), keys)
                .map(column -> column + "=?")
                .collect(Collectors.joining(
                        ", ",
                        "update " + type.table() + " set ",
                        ", VERSION=VERSION+1 where ID=? and VERSION=? and DELETED_AT is null"));
    }

    private static Stream<String> columns(Collection<StoredField> fields) {
        return fields.stream().flatMap(field -> field.columns().stream()).map(Column::name);
    }

    private static boolean touchesSearch(StoredType type, Collection<StoredField> fields) {
        return type.searchable().stream().anyMatch(fields::contains);
    }

    private static void bindLabelKey(Sql statement, StoredType type, Map<String, Object> values) {
        statement.bind(
                ColumnType.TEXT, Keys.label((String) values.get(type.label().name())));
    }

    private static void bindSearchText(Sql statement, StoredType type, Map<String, Object> values) {
        statement.bind(ColumnType.TEXT, Keys.search(type.searchTexts(values)));
    }

    /** Key of an update of these fields among a type's texts. */
    private record UpdateOf(List<String> names) {}
}
