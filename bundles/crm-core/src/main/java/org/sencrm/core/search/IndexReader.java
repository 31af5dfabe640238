package org.sencrm.core.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sencrm.api.search.SearchIndex;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/** Reads records as the index takes them. */
final class IndexReader {

    private final StoredType type;
    private final List<StoredField> fields;

    IndexReader(StoredType type) {
        this.type = type;
        this.fields = type.searchable();
    }

    /** The present state of these records; those that are gone or in the trash are to be forgotten. */
    List<SearchIndex.Entry> read(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, SearchIndex.Entry> living = new HashMap<>();
        // what was made together has ids near each other; without the bounds Derby reads the table for a long list of
        // them
        select(" where ID>=? and ID<=? and DELETED_AT is null and ID in ", Collections.min(ids), Collections.max(ids))
                .list(ColumnType.LONG, ids)
                .query(connection, row -> living.put(row.getLong(1), entry(row)));
        return ids.stream()
                .distinct()
                .map(id -> living.getOrDefault(id, new SearchIndex.Entry(type.name(), id, null, "")))
                .toList();
    }

    /** The next living records behind an id. */
    List<SearchIndex.Entry> behind(Connection connection, long id, int limit) throws SQLException {
        return select(" where DELETED_AT is null and ID>? order by ID fetch first " + limit + " rows only", id)
                .query(connection, this::entry);
    }

    private Sql select(String rest, Object... values) {
        String columns =
                fields.stream().map(field -> field.column().name()).collect(Collectors.joining(", ", "ID, ", ""));
        return Sql.of("select " + columns + " from " + type.table() + rest, values);
    }

    private SearchIndex.Entry entry(ResultSet row) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        int index = 2;
        for (StoredField field : fields) {
            values.put(field.name(), field.read(row, index++));
        }
        Object label = values.get(type.label().name());
        List<String> texts = new ArrayList<>(type.searchTexts(values));
        return new SearchIndex.Entry(
                type.name(), row.getLong(1), label == null ? "" : label.toString(), String.join("\n", texts));
    }
}
