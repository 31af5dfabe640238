package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.RecordLayout;
import org.sencrm.api.record.Change;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.store.Ids;

/** Who changed a layout, and how it was before: in the change log, in the transaction of the change. */
final class LayoutJournal {

    static final String TYPE = "layouts";

    private final ChangeLog log = new ChangeLog();

    /** @param before null where there was none */
    void put(Connection connection, Caller caller, LayoutTable.Stored now, LayoutTable.Stored before)
            throws SQLException {
        Change.Kind kind = before == null ? Change.Kind.CREATED : Change.Kind.UPDATED;
        append(connection, caller, now, kind, diffs(before, now));
    }

    void removed(Connection connection, Caller caller, LayoutTable.Stored before) throws SQLException {
        append(connection, caller, before, Change.Kind.PURGED, diffs(before, null));
    }

    private void append(
            Connection connection,
            Caller caller,
            LayoutTable.Stored about,
            Change.Kind kind,
            Map<String, ChangeEntry.Diff> diffs)
            throws SQLException {
        log.append(
                connection,
                new ChangeEntry(
                        Ids.next(),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        caller.userId(),
                        caller.through(),
                        caller.job(),
                        TYPE,
                        about.id(),
                        kind,
                        about.layout().version(),
                        diffs));
    }

    private static Map<String, ChangeEntry.Diff> diffs(LayoutTable.Stored before, LayoutTable.Stored now) {
        Map<String, Object> from = values(before);
        Map<String, Object> to = values(now);
        Map<String, ChangeEntry.Diff> diffs = new LinkedHashMap<>();
        (now == null ? from : to).keySet().forEach(member -> {
            if (!Objects.equals(from.get(member), to.get(member))) {
                diffs.put(member, new ChangeEntry.Diff(from.get(member), to.get(member)));
            }
        });
        return diffs;
    }

    private static Map<String, Object> values(LayoutTable.Stored stored) {
        if (stored == null) {
            return Map.of();
        }
        RecordLayout layout = stored.layout();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", layout.type());
        values.put("role", layout.role());
        values.putAll(LayoutTable.members(layout));
        return values;
    }
}
