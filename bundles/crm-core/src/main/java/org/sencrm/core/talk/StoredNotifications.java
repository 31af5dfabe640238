package org.sencrm.core.talk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;
import org.sencrm.api.talk.Notification;
import org.sencrm.api.talk.Notifications;
import org.sencrm.api.text.Messages;
import org.sencrm.core.comment.CommentRow;
import org.sencrm.core.comment.CommentTable;
import org.sencrm.core.extension.Extensions;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.record.Labels;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.TypeRegistry;

/** What a user was told: records that the user may not see any more are left out, and so is all that was told of them. */
@Component(service = Notifications.class)
public final class StoredNotifications implements Notifications {

    private static final int MOST = 200;
    private static final int COUNTED = 100;
    private static final int MOST_IDS = 500;

    private final Database database;
    private final Gate gate;
    private final Labels labels;
    private final Faults faults;
    private final Teller teller;
    private final Clock clock;
    private final NotificationTable table = new NotificationTable();
    private final CommentTable comments = new CommentTable();

    @Activate
    public StoredNotifications(
            @org.osgi.service.component.annotations.Reference Database database,
            @org.osgi.service.component.annotations.Reference TypeRegistry types,
            @org.osgi.service.component.annotations.Reference Gate gate,
            @org.osgi.service.component.annotations.Reference Extensions extensions,
            @org.osgi.service.component.annotations.Reference Messages messages) {
        this(database, types, gate, extensions, messages, Clock.systemUTC());
    }

    StoredNotifications(
            Database database, TypeRegistry types, Gate gate, Extensions extensions, Messages messages, Clock clock) {
        this.database = database;
        this.gate = gate;
        this.faults = new Faults(messages);
        this.labels = new Labels(types, faults);
        this.teller = new Teller(database, extensions);
        this.clock = clock;
    }

    @Override
    public List<Notification> list(Caller caller, int limit) {
        if (limit < 1 || limit > MOST) {
            throw faults.badRequest(caller, "fault.limit", MOST);
        }
        return database.read(connection -> shown(connection, caller, table.of(connection, caller.userId(), limit)));
    }

    @Override
    public int unread(Caller caller) {
        return (int)
                list(caller, COUNTED).stream().filter(each -> !each.isRead()).count();
    }

    @Override
    public void read(Caller caller, Collection<Long> ids) {
        if (ids.size() > MOST_IDS) {
            throw faults.badRequest(caller, "fault.limit", MOST_IDS);
        }
        if (!ids.isEmpty()) {
            change(
                    caller,
                    connection -> table.read(
                            connection, caller.userId(), ids, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        }
    }

    @Override
    public void readAll(Caller caller) {
        change(
                caller,
                connection -> table.readAll(
                        connection, caller.userId(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private void change(Caller caller, Change change) {
        faults.requireUnlimited(caller);
        database.write(connection -> {
            change.run(connection);
            database.afterCommit(() -> teller.announce(Set.of(caller.userId())));
            return null;
        });
    }

    private List<Notification> shown(Connection connection, Caller caller, List<NotificationTable.Row> rows)
            throws SQLException {
        Set<Reference> wanted = new HashSet<>();
        rows.forEach(row -> {
            wanted.add(Reference.to(row.type(), row.record()));
            wanted.add(Labels.user(row.by()));
        });
        Map<Reference, String> names = labels.find(connection, caller, gate.rights(caller), wanted);
        Set<Long> said = rows.stream()
                .map(NotificationTable.Row::comment)
                .filter(id -> id != 0)
                .collect(Collectors.toSet());
        Map<Long, String> texts =
                comments.find(connection, said).stream().collect(Collectors.toMap(CommentRow::id, CommentRow::content));
        return rows.stream()
                .filter(row -> names.containsKey(Reference.to(row.type(), row.record())))
                .filter(row -> row.comment() == 0 || texts.containsKey(row.comment()))
                .map(row -> new Notification(
                        row.id(),
                        row.kind(),
                        Labels.named(Reference.to(row.type(), row.record()), names),
                        Labels.named(Labels.user(row.by()), names),
                        texts.get(row.comment()),
                        row.at(),
                        row.readAt()))
                .toList();
    }

    private interface Change {
        void run(Connection connection) throws SQLException;
    }
}
