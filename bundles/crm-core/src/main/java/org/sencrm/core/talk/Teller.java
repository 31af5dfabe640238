package org.sencrm.core.talk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.talk.Notification.Kind;
import org.sencrm.api.talk.NotificationListener;
import org.sencrm.core.extension.Extensions;
import org.sencrm.core.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what people are told into the table, and tells the listeners once that is committed. */
public final class Teller {

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private final Database database;
    private final Extensions extensions;
    private final NotificationTable table = new NotificationTable();

    public Teller(Database database, Extensions extensions) {
        this.database = database;
        this.extensions = extensions;
    }

    /** That a record was shared with them, in the transaction of the connection. */
    public void shared(Connection connection, Collection<Long> users, String type, long record, long by, Instant at)
            throws SQLException {
        tell(connection, users, new NotificationTable.Row(0, Kind.SHARED, type, record, 0, by, at, null));
    }

    /** That a rule let records go, in the transaction of the connection. */
    public void retained(Connection connection, Collection<Long> users, String type, long run, Instant at)
            throws SQLException {
        tell(
                connection,
                users,
                new NotificationTable.Row(0, Kind.RETENTION_RAN, type, run, 0, Caller.SYSTEM_ID, at, null));
    }

    /** In the transaction of the connection. */
    void tell(Connection connection, Collection<Long> users, NotificationTable.Row row) throws SQLException {
        for (long user : users) {
            table.tell(connection, user, row);
        }
        if (!users.isEmpty()) {
            Set<Long> told = Set.copyOf(users);
            database.afterCommit(() -> announce(told));
        }
    }

    /** Tells that the lists of these users are not what they were. */
    void announce(Set<Long> users) {
        for (NotificationListener listener : extensions.notificationListeners().all()) {
            try {
                listener.notified(users);
            } catch (Unavailable toldByTheGuard) {
                LOG.debug("A listener is away", toldByTheGuard);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("The listener {} failed", listener.getClass().getName(), e);
            }
        }
    }
}
