package org.sencrm.core.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The changes that no span counts, as their transactions named them. What is sealed is read once. For one thread at a time. */
final class LateNames {

    private final AuditTable table;
    private final Set<Long> sealed = new HashSet<>();
    private long known;

    LateNames(AuditTable table) {
        this.table = table;
    }

    /**
     * All that are named by now. To be asked for after the changes were read: whatever could be seen then is named by now.
     *
     * @param from changes up to this one do not matter any more
     */
    Set<Long> behind(Connection connection, long from) throws SQLException {
        Set<Long> all = new HashSet<>();
        // what is sealed between these two statements is read by both, and not by none
        for (Unsealed late : table.waiting(connection, ChangeSpan.LATE)) {
            all.addAll(ChangeSpan.ids(late));
        }
        for (Sealed link : table.after(connection, known, ChangeSpan.LATE)) {
            sealed.addAll(ChangeSpan.ids(link.event()));
            known = link.number();
        }
        sealed.removeIf(id -> id <= from);
        all.addAll(sealed);
        return all;
    }
}
