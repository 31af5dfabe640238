package org.sencrm.core.record;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.store.StoreException;

/** Creates a record at most once for a key, however often and however many at once it is asked for. */
final class OnceCreation {

    private final Database database;
    private final RecordReader reader;
    private final RecordWriter writer;
    private final Faults faults;
    private final OnceKeys keys;

    OnceCreation(Database database, RecordReader reader, RecordWriter writer, Faults faults, Clock clock) {
        this.database = database;
        this.reader = reader;
        this.writer = writer;
        this.faults = faults;
        this.keys = new OnceKeys(clock);
    }

    RecordData create(Caller caller, String type, Map<String, ?> values, String key) {
        String hash = OnceKeys.hashOf(type, values);
        RecordData earlier = earlier(caller, type, key, hash);
        if (earlier != null) {
            return earlier;
        }
        try {
            return database.write(connection -> {
                long id = Ids.next();
                keys.take(connection, caller.userId(), key, new OnceKeys.Use(type, id, hash));
                return orUndone(() -> writer.create(caller, type, values, id));
            });
        } catch (StoreException e) {
            if (!e.isDuplicate() || database.inTransaction()) {
                throw e;
            }
            // somebody was faster with the same key: what they created is the answer
            RecordData theirs = earlier(caller, type, key, hash);
            if (theirs == null) {
                throw e;
            }
            return theirs;
        }
    }

    /** The key is written before the record; without the record it must not stay. */
    private RecordData orUndone(Supplier<RecordData> creation) {
        boolean done = false;
        try {
            RecordData created = creation.get();
            done = true;
            return created;
        } finally {
            if (!done) {
                database.doom();
            }
        }
    }

    private RecordData earlier(Caller caller, String type, String key, String hash) {
        OnceKeys.Use use = database.read(connection -> keys.find(connection, caller.userId(), key));
        if (use == null) {
            return null;
        }
        if (!use.type().equals(type) || !use.valuesHash().equals(hash)) {
            throw usedOtherwise(caller);
        }
        return reader.getAnyway(caller, type, use.recordId());
    }

    private InvalidRecord usedOtherwise(Caller caller) {
        return faults.badRecord(caller, List.of(faults.error(caller, null, "idempotencyKey", "fault.idempotencyKey")));
    }
}
