package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.record.Reference;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/** Tells somebody who was too late what changed since they looked. */
final class Conflicts {

    private final ChangeLog log;
    private final Labels labels;
    private final Faults faults;

    Conflicts(ChangeLog log, Labels labels, Faults faults) {
        this.log = log;
        this.labels = labels;
        this.faults = faults;
    }

    /**
     * @param now the row as it is
     * @param seen the version that the caller saw
     * @param yours the values that the caller wanted to save, as far as they make sense
     */
    Conflict since(
            Connection connection,
            Caller caller,
            Rights rights,
            StoredType type,
            StoredRow now,
            long seen,
            Map<String, Object> yours)
            throws SQLException {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, ChangeEntry> last = new HashMap<>();
        for (ChangeEntry entry : log.since(connection, type.name(), now.id(), seen)) {
            entry.fields().forEach((field, diff) -> {
                if (type.field(field)
                        .filter(known -> known.isMeantBy(entry.id()))
                        .isPresent()) {
                    before.putIfAbsent(field, diff.from());
                    last.put(field, entry);
                }
            });
        }
        Set<String> hidden = rights.hidden(type);
        Map<String, Object> theirs = new LinkedHashMap<>();
        before.forEach((name, from) -> {
            StoredField field =
                    type.field(name).filter(known -> !hidden.contains(name)).orElse(null);
            if (field != null) {
                Object value = now.values().get(name);
                if (!Objects.equals(field.values().revive(from, field.shape()), value)) {
                    theirs.put(name, value);
                }
            }
        });
        return conflict(connection, caller, rights, now, theirs, yours, last);
    }

    private Conflict conflict(
            Connection connection,
            Caller caller,
            Rights rights,
            StoredRow now,
            Map<String, Object> theirs,
            Map<String, Object> yours,
            Map<String, ChangeEntry> last)
            throws SQLException {
        List<StoredRow> shown = new ArrayList<>();
        Map<String, Object> authors = new LinkedHashMap<>();
        theirs.keySet()
                .forEach(name -> authors.put(name, Labels.user(last.get(name).by())));
        Map<String, Object> mine = new LinkedHashMap<>(yours);
        for (Map<String, Object> values : List.of(theirs, mine, authors)) {
            shown.add(new StoredRow(now.id(), now.version(), values));
        }
        labels.attach(connection, caller, rights, shown);
        List<Conflict.Changed> changed = theirs.entrySet().stream()
                .map(entry -> new Conflict.Changed(
                        entry.getKey(),
                        mine.get(entry.getKey()),
                        entry.getValue(),
                        (Reference) authors.get(entry.getKey()),
                        last.get(entry.getKey()).at()))
                .toList();
        return faults.conflict(caller, now.version(), changed);
    }
}
