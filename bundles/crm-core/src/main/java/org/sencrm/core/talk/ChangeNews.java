package org.sencrm.core.talk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.talk.Comments;
import org.sencrm.api.talk.Notification.Kind;
import org.sencrm.core.change.ChangeFeed;
import org.sencrm.core.change.Follower;
import org.sencrm.core.comment.CommentTable;
import org.sencrm.core.extension.Extensions;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/**
 * Tells those who follow a record that somebody else changed it, after the commit, so that no save waits for it. What jobs
 * change is told to nobody: an import would tell everything to everybody. With a record that is gone for good goes what
 * was said and told about it.
 */
@Component(
        immediate = true,
        service = {})
public final class ChangeNews implements Follower {

    private final Database database;
    private final TypeRegistry types;
    private final ChangeFeed feed;
    private final Teller teller;
    private final Clock clock;
    private final FollowerTable followers = new FollowerTable();
    private final NotificationTable notifications = new NotificationTable();
    private final CommentTable comments = new CommentTable();

    @Activate
    public ChangeNews(
            @Reference Database database,
            @Reference TypeRegistry types,
            @Reference ChangeFeed feed,
            @Reference Extensions extensions) {
        this(database, types, feed, extensions, Clock.systemUTC());
    }

    ChangeNews(Database database, TypeRegistry types, ChangeFeed feed, Extensions extensions, Clock clock) {
        this.database = database;
        this.types = types;
        this.feed = feed;
        this.teller = new Teller(database, extensions);
        this.clock = clock;
        feed.attach(this);
    }

    @Deactivate
    void close() {
        feed.detach(this);
    }

    @Override
    public void changed(List<RecordChange> changes) {
        Map<String, List<RecordChange>> byType = changes.stream()
                .filter(ChangeNews::concernsPeople)
                .collect(Collectors.groupingBy(RecordChange::type, LinkedHashMap::new, Collectors.toList()));
        byType.forEach((name, ofType) -> types.stored(name)
                .filter(type -> !type.declared().administrative())
                .ifPresent(type -> tell(type, ofType)));
        changes.stream()
                .filter(change -> change.kind() == Change.Kind.PURGED)
                .forEach(change -> forget(change.type(), change.id()));
    }

    @Override
    public boolean work() {
        return false;
    }

    private static boolean concernsPeople(RecordChange change) {
        boolean said = change.fields().equals(Set.of(Comments.KIND));
        return change.caller().job() == 0 && change.kind() != Change.Kind.PURGED && !said;
    }

    private void tell(StoredType type, List<RecordChange> changes) {
        Set<Long> records = changes.stream().map(RecordChange::id).collect(Collectors.toSet());
        Map<Long, Set<Long>> people = database.read(connection -> followers.followers(connection, type, records));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (RecordChange change : changes) {
            Set<Long> others = new HashSet<>(people.getOrDefault(change.id(), Set.of()));
            others.remove(change.caller().userId());
            if (!others.isEmpty()) {
                database.write(connection -> tell(connection, type, change, others, now));
            }
        }
    }

    private Void tell(Connection connection, StoredType type, RecordChange change, Set<Long> people, Instant now)
            throws SQLException {
        if (change.fields().contains(SystemFields.OWNER)) {
            Long owner = Sql.of(
                            "select OWNER_ID from " + type.table() + " where OWNER_ID is not null and ID=?",
                            change.id())
                    .first(connection, row -> row.getLong(1));
            if (owner != null && people.remove(owner)) {
                teller.tell(connection, Set.of(owner), row(Kind.ASSIGNED, change, now));
            }
        }
        teller.tell(connection, people, row(Kind.CHANGED, change, now));
        return null;
    }

    private static NotificationTable.Row row(Kind kind, RecordChange change, Instant now) {
        return new NotificationTable.Row(
                0, kind, change.type(), change.id(), 0, change.caller().userId(), now, null);
    }

    private void forget(String type, long record) {
        database.write(connection -> {
            comments.forget(connection, type, record);
            followers.forget(connection, type, record);
            notifications.forget(connection, type, record);
            return null;
        });
    }
}
