package org.sencrm.core.demo;

import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;

/**
 * Removes what is left of the demonstration data once the untouched part is gone: each record by itself, through the trash
 * and so past the rules of its module. One that a rule holds back stays, and so does its line in the ledger.
 */
final class DemoRemoval {

    private final Records records;
    private final RecordTypes types;
    private final DemoLedger ledger;
    private final Caller caller;
    private int count;
    private Fault refusal;

    DemoRemoval(Records records, RecordTypes types, DemoLedger ledger, Caller caller) {
        this.records = records;
        this.types = types;
        this.ledger = ledger;
        this.caller = caller;
    }

    /** How many are gone. */
    int count() {
        return count;
    }

    /** Does nothing where the module of the records is away. */
    void remove(String type, List<Long> ids) {
        if (types.find(type).isEmpty()) {
            return;
        }
        List<Long> gone = new ArrayList<>(ids);
        for (boolean trashed : List.of(false, true)) {
            for (RecordData left : find(type, ids, trashed)) {
                gone.remove((Long) left.id());
                remove(left, trashed);
            }
        }
        ledger.forget(type, gone);
        count += gone.size();
    }

    private void remove(RecordData left, boolean trashed) {
        try {
            records.inTransaction(() -> {
                if (!trashed) {
                    records.delete(caller, left.type(), left.id(), left.version());
                }
                long version = trashed ? left.version() : left.version() + 1;
                records.purge(caller, left.type(), left.id(), version);
                ledger.forget(left.type(), List.of(left.id()));
                return null;
            });
            count++;
        } catch (Fault e) {
            refusal = e;
        }
    }

    private List<RecordData> find(String type, List<Long> ids, boolean trashed) {
        Query query = Query.of(type).where(Rsql.in("id", ids)).reading("id").limitedTo(Query.MAX_LIMIT);
        return records.list(caller, trashed ? query.inTrash() : query).items();
    }

    /** Throws what held back a record, so that whoever asked for the removal hears of it. */
    void end() {
        if (refusal != null) {
            throw refusal;
        }
    }
}
