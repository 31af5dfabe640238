package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Change;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.computed.ComputedFields;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;

/**
 * Puts values into a row that no rule has a say about. Of what stood there nothing is kept, in the change log neither: for
 * what has to be forgotten.
 */
final class Overwrite {

    private final RowStore rows;
    private final Uniqueness uniqueness = new Uniqueness();
    private final Journal journal;
    private final ComputedFields computed;

    Overwrite(RowStore rows, Journal journal, ComputedFields computed) {
        this.rows = rows;
        this.journal = journal;
        this.computed = computed;
    }

    /** @param values by field, in normal form; others stay */
    void run(Connection connection, Caller caller, StoredType type, StoredRow row, Map<String, Object> values)
            throws SQLException {
        Map<String, Object> after = new LinkedHashMap<>(row.values());
        after.putAll(values);
        Set<String> names = new LinkedHashSet<>(values.keySet());
        names.removeIf(name -> Objects.equals(after.get(name), row.values().get(name)));
        if (names.isEmpty()) {
            return;
        }
        after.put(SystemFields.UPDATED_AT, journal.now());
        after.put(SystemFields.UPDATED_BY, Labels.user(caller.userId()));
        Set<String> written = new LinkedHashSet<>(names);
        written.addAll(List.of(SystemFields.UPDATED_AT, SystemFields.UPDATED_BY));
        computed.calculate(type, after);
        type.calculated().stream()
                .map(StoredField::name)
                .filter(name -> !Objects.equals(after.get(name), row.values().get(name)))
                .forEach(written::add);
        computed.changing(connection, type, row.id(), row.values(), after);
        if (!rows.update(connection, type, row.id(), row.version(), after, written)) {
            throw new IllegalStateException("record " + row.id() + " changed under the hand of its transaction");
        }
        for (String name : names) {
            if (type.require(name).field().unique()) {
                uniqueness.release(connection, type.name(), row.id(), name);
            }
        }
        Map<String, ChangeEntry.Diff> told = Journal.diffs(type, Map.of(), after, names);
        journal.write(connection, caller, type, row.id(), Change.Kind.UPDATED, row.version() + 1, told);
    }
}
