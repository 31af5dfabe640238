package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Shares;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Reference;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.share.ShareRow;
import org.sencrm.core.share.ShareStory;
import org.sencrm.core.share.ShareTable;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.type.StoredType;

/** Takes back that a record was shared, or not any more, as far as that is still so. */
final class ShareBack {

    private final Database database;
    private final Journal journal;
    private final Gate gate;
    private final ShareTable table = new ShareTable();

    ShareBack(Database database, Journal journal, Gate gate) {
        this.database = database;
        this.journal = journal;
        this.gate = gate;
    }

    /** @param entry of one share, which changed in no field but those of {@link ShareStory} */
    TakeBack.Outcome run(Connection connection, Caller caller, StoredType type, StoredRow row, ChangeEntry entry)
            throws SQLException {
        ShareRow before = side(caller, type, row, entry, ChangeEntry.Diff::from);
        ShareRow after = side(caller, type, row, entry, ChangeEntry.Diff::to);
        Reference with = (after == null ? before : after).with();
        ShareRow now = table.find(connection, type.name(), row.id(), with);
        if (!alike(now, after)) {
            return TakeBack.Outcome.kept(entry);
        }
        if (now != null) {
            table.delete(connection, now.id());
        }
        if (before != null) {
            table.insert(connection, before);
        }
        database.afterCommit(gate::sharesChanged);
        journal.write(
                connection, caller, type, row.id(), Change.Kind.UPDATED, row.version(), ShareStory.of(now, before));
        return TakeBack.Outcome.done(entry);
    }

    /** The share as it was on one side of the change; null for none. */
    private ShareRow side(Caller caller, StoredType type, StoredRow row, ChangeEntry entry, Side side) {
        for (Map.Entry<String, ChangeEntry.Diff> field : entry.fields().entrySet()) {
            Reference with = ShareStory.with(side.of(field.getValue()));
            if (with != null) {
                boolean mayChange = Shares.TO_CHANGE.equals(field.getKey());
                return ShareRow.of(Ids.next(), type.name(), row.id(), with, mayChange, caller.userId(), journal.now());
            }
        }
        return null;
    }

    private static boolean alike(ShareRow one, ShareRow other) {
        return one == null ? other == null : other != null && one.mayChange() == other.mayChange();
    }

    private interface Side {
        Object of(ChangeEntry.Diff diff);
    }
}
