package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordChange;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeFeed;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;

/** Writes every change into the change log in its own transaction, and tells of it once that is committed. */
public final class Journal {

    private static final int LONGEST_THROUGH = 30;
    /** Fields that the log has in columns of its own. */
    private static final Set<String> OF_THE_LOG = Set.of(
            SystemFields.ID,
            SystemFields.CREATED_AT,
            SystemFields.CREATED_BY,
            SystemFields.UPDATED_AT,
            SystemFields.UPDATED_BY,
            SystemFields.SOURCE);

    private final Database database;
    private final ChangeLog log;
    private final ChangeFeed feed;
    private final Gate gate;
    private final Clock clock;

    public Journal(Database database, ChangeLog log, ChangeFeed feed, Gate gate, Clock clock) {
        this.database = database;
        this.log = log;
        this.feed = feed;
        this.gate = gate;
        this.clock = clock;
    }

    /** The present, as exactly as it is stored. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Writes of a record that something that belongs to it changed, while its row stayed as it is. */
    public void write(Connection connection, Caller caller, RecordGate.Place place, Map<String, ChangeEntry.Diff> diffs)
            throws SQLException {
        write(connection, caller, place.type(), place.record(), Change.Kind.UPDATED, place.version(), diffs);
    }

    /** @param version of the record after the change */
    public void write(
            Connection connection,
            Caller caller,
            StoredType type,
            long recordId,
            Change.Kind kind,
            long version,
            Map<String, ChangeEntry.Diff> diffs)
            throws SQLException {
        long id = Ids.next();
        String through = caller.through().length() <= LONGEST_THROUGH
                ? caller.through()
                : caller.through().substring(0, LONGEST_THROUGH);
        log.append(
                connection,
                new ChangeEntry(
                        id,
                        now(),
                        caller.userId(),
                        through,
                        caller.job(),
                        type.name(),
                        recordId,
                        kind,
                        version,
                        diffs));
        RecordChange change =
                new RecordChange(id, type.name(), recordId, version, kind, caller, Set.copyOf(diffs.keySet()));
        feed.changing(change);
        database.afterCommit(() -> {
            gate.changed(type.name());
            feed.committed(change);
        });
    }

    /** What differs, in the form of the log. */
    static Map<String, ChangeEntry.Diff> diffs(
            StoredType type, Map<String, Object> before, Map<String, Object> after, Collection<String> names) {
        Map<String, ChangeEntry.Diff> diffs = new LinkedHashMap<>();
        for (String name : names) {
            if (!OF_THE_LOG.contains(name)) {
                StoredField field = type.require(name);
                diffs.put(
                        name,
                        new ChangeEntry.Diff(
                                field.values().plain(before.get(name)),
                                field.values().plain(after.get(name))));
            }
        }
        return diffs;
    }
}
