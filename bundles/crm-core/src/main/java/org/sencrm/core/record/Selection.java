package org.sencrm.core.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.core.store.Column;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/** Which fields of a type a statement reads: only their columns, each by name. */
final class Selection {

    private final StoredType type;
    private final List<StoredField> fields;

    Selection(StoredType type, Collection<StoredField> fields) {
        this.type = type;
        this.fields = List.copyOf(fields);
    }

    static Selection everything(StoredType type) {
        return new Selection(type, type.fields());
    }

    /** For {@code select}. */
    String columns() {
        List<String> names = fields.stream().map(StoredField::name).toList();
        return type.text(
                names,
                known -> Stream.concat(
                                Stream.of("ID", "VERSION"),
                                fields.stream()
                                        .flatMap(field -> field.columns().stream())
                                        .map(Column::name))
                        .collect(Collectors.joining(", ")));
    }

    /** Index of the first column behind the selected ones. */
    int end() {
        return 3 + fields.stream().mapToInt(field -> field.columns().size()).sum();
    }

    StoredRow read(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        int index = 3;
        for (StoredField field : fields) {
            values.put(field.name(), field.read(row, index));
            index += field.columns().size();
        }
        return new StoredRow(row.getLong(1), row.getLong(2), values);
    }
}
