package org.sencrm.core.talk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.talk.Comment;
import org.sencrm.api.talk.Comments;
import org.sencrm.api.talk.Notification.Kind;
import org.sencrm.api.text.Messages;
import org.sencrm.core.change.ChangeFeed;
import org.sencrm.core.comment.CommentRow;
import org.sencrm.core.comment.CommentTable;
import org.sencrm.core.extension.Extensions;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.record.Labels;
import org.sencrm.core.record.PeopleByName;
import org.sencrm.core.record.RecordGate;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.TypeRegistry;

/** Comments behind the gate of their record. Those who are to be told are told in the transaction of the comment. */
@Component(service = Comments.class)
public final class RecordComments implements Comments {

    private static final int MOST = 200;
    private static final int MOST_OFFERED = 50;

    private final Database database;
    private final Gate rights;
    private final RecordGate gate;
    private final ChangeFeed feed;
    private final PeopleByName people;
    private final Labels labels;
    private final Faults faults;
    private final Teller teller;
    private final Clock clock;
    private final CommentTable table = new CommentTable();
    private final FollowerTable followers = new FollowerTable();

    @Activate
    public RecordComments(
            @org.osgi.service.component.annotations.Reference Database database,
            @org.osgi.service.component.annotations.Reference TypeRegistry types,
            @org.osgi.service.component.annotations.Reference Gate gate,
            @org.osgi.service.component.annotations.Reference ChangeFeed feed,
            @org.osgi.service.component.annotations.Reference Extensions extensions,
            @org.osgi.service.component.annotations.Reference Records records,
            @org.osgi.service.component.annotations.Reference Messages messages) {
        this(database, types, gate, feed, extensions, records, messages, Clock.systemUTC());
    }

    RecordComments(
            Database database,
            TypeRegistry types,
            Gate gate,
            ChangeFeed feed,
            Extensions extensions,
            Records records,
            Messages messages,
            Clock clock) {
        this.database = database;
        this.rights = gate;
        this.feed = feed;
        this.people = new PeopleByName(records);
        this.faults = new Faults(messages);
        this.gate = new RecordGate(types, gate, faults);
        this.labels = new Labels(types, faults);
        this.teller = new Teller(database, extensions);
        this.clock = clock;
    }

    @Override
    public Comment add(Caller caller, String type, long record, String text, Set<Long> mentions) {
        return database.write(connection -> {
            RecordGate.Place place = gate.annotatable(connection, caller, type, record);
            requireSound(connection, caller, type, record, text, mentions);
            CommentRow comment =
                    new CommentRow(Ids.next(), type, record, text.strip(), mentions, caller.userId(), now(), null);
            table.insert(connection, comment);
            Set<Long> mentioned = others(caller, mentions);
            Set<Long> following = others(
                    caller,
                    followers
                            .followers(connection, place.type(), List.of(record))
                            .getOrDefault(record, Set.of()));
            following.removeAll(mentioned);
            teller.tell(connection, mentioned, row(Kind.MENTIONED, comment));
            teller.tell(connection, following, row(Kind.COMMENTED, comment));
            announce(caller, place);
            return shown(connection, caller, List.of(comment)).get(0);
        });
    }

    @Override
    public List<Comment> list(Caller caller, String type, long record, int limit, long before) {
        if (limit < 1 || limit > MOST) {
            throw faults.badRequest(caller, "fault.limit", MOST);
        }
        Sql older = before > 0 ? Sql.of(" and ID<?", before) : new Sql();
        return database.read(connection -> {
            requireReadable(connection, caller, type, record);
            return shown(connection, caller, table.ofRecord(connection, type, record, older, limit));
        });
    }

    @Override
    public Comment get(Caller caller, long id) {
        return database.read(connection -> {
            CommentRow comment = readable(connection, caller, table.find(connection, id));
            return shown(connection, caller, List.of(comment)).get(0);
        });
    }

    @Override
    public Comment edit(Caller caller, long id, String text, Set<Long> mentions) {
        return database.write(connection -> {
            CommentRow before = own(connection, caller, table.find(connection, id), false);
            RecordGate.Place place = gate.annotatable(connection, caller, before.type(), before.record());
            requireSound(connection, caller, before.type(), before.record(), text, mentions);
            if (!table.edit(connection, id, text.strip(), mentions, now())) {
                throw noComment(caller);
            }
            Set<Long> fresh = others(caller, mentions);
            fresh.removeAll(before.mentioned());
            teller.tell(connection, fresh, row(Kind.MENTIONED, before));
            announce(caller, place);
            return shown(connection, caller, List.of(table.find(connection, id)))
                    .get(0);
        });
    }

    @Override
    public void delete(Caller caller, long id) {
        database.write(connection -> {
            CommentRow comment = own(connection, caller, table.find(connection, id), true);
            RecordGate.Place place = gate.annotatable(connection, caller, comment.type(), comment.record());
            if (!table.trash(connection, id, now())) {
                throw noComment(caller);
            }
            announce(caller, place);
            return null;
        });
    }

    @Override
    public Comment restore(Caller caller, long id) {
        return database.write(connection -> {
            CommentRow comment = own(connection, caller, table.trashed(connection, id), true);
            RecordGate.Place place = gate.annotatable(connection, caller, comment.type(), comment.record());
            if (!table.restore(connection, id)) {
                throw noComment(caller);
            }
            announce(caller, place);
            return shown(connection, caller, List.of(comment)).get(0);
        });
    }

    @Override
    public List<Reference> mentionable(Caller caller, String type, long record, String text, int limit) {
        if (limit < 1 || limit > MOST_OFFERED) {
            throw faults.badRequest(caller, "fault.limit", MOST_OFFERED);
        }
        database.read(connection -> gate.readable(connection, caller, type, record));
        return people.find(caller, text, limit, id -> mayRead(id, caller, type, record));
    }

    private boolean mayMention(long user, Caller caller, String type, long record) {
        return rights.rights(caller).mayKnow(user) && mayRead(user, caller, type, record);
    }

    private boolean mayRead(long user, Caller asking, String type, long record) {
        Caller person = new Caller(user, asking.locale(), asking.zone(), asking.through(), 0);
        return database.read(connection -> gate.mayRead(connection, person, type, record));
    }

    private void requireReadable(Connection connection, Caller caller, String type, long record) throws SQLException {
        if (!gate.mayRead(connection, caller, type, record)) {
            throw faults.noRecord(caller);
        }
    }

    private CommentRow readable(Connection connection, Caller caller, CommentRow comment) throws SQLException {
        if (comment == null || !gate.mayRead(connection, caller, comment.type(), comment.record())) {
            throw noComment(caller);
        }
        return comment;
    }

    /** @param orAdministrator whether an administrator may do it too */
    private CommentRow own(Connection connection, Caller caller, CommentRow found, boolean orAdministrator)
            throws SQLException {
        CommentRow comment = readable(connection, caller, found);
        boolean own = comment.by() == caller.userId();
        if (!own && !(orAdministrator && rights.isAdministrator(caller))) {
            throw faults.forbidden(caller, "fault.comment.notYours");
        }
        return comment;
    }

    private void requireSound(
            Connection connection, Caller caller, String type, long record, String text, Set<Long> mentions) {
        List<FieldError> errors = new ArrayList<>();
        if (text == null || text.isBlank()) {
            errors.add(faults.error(caller, "text", "required", "fault.comment.empty"));
        } else if (text.strip().length() > LONGEST) {
            errors.add(faults.error(caller, "text", "tooLong", "fault.comment.tooLong", LONGEST));
        }
        if (mentions.size() > MOST_MENTIONED) {
            errors.add(faults.error(caller, "mentions", "tooMany", "fault.comment.tooMany", MOST_MENTIONED));
        } else if (!mentions.stream().allMatch(user -> mayMention(user, caller, type, record))) {
            errors.add(faults.error(caller, "mentions", "unreadable", "fault.comment.unreadable"));
        }
        if (!errors.isEmpty()) {
            throw faults.badRecord(caller, errors);
        }
    }

    private static Set<Long> others(Caller caller, Set<Long> people) {
        Set<Long> others = new LinkedHashSet<>(people);
        others.remove(caller.userId());
        return others;
    }

    private static NotificationTable.Row row(Kind kind, CommentRow comment) {
        return new NotificationTable.Row(
                0, kind, comment.type(), comment.record(), comment.id(), comment.by(), comment.at(), null);
    }

    /** Open pages show it at once; nothing of the record itself has changed. */
    private void announce(Caller caller, RecordGate.Place place) {
        RecordChange said = new RecordChange(
                Ids.next(),
                place.type().name(),
                place.record(),
                place.version(),
                Change.Kind.UPDATED,
                caller,
                Set.of(KIND));
        database.afterCommit(() -> feed.committed(said));
    }

    private List<Comment> shown(Connection connection, Caller caller, List<CommentRow> rows) throws SQLException {
        Set<Reference> wanted = new HashSet<>();
        rows.forEach(row -> {
            wanted.add(Reference.to(row.type(), row.record()));
            wanted.add(Labels.user(row.by()));
            row.mentioned().forEach(user -> wanted.add(Labels.user(user)));
        });
        Map<Reference, String> names = labels.find(connection, caller, gate.rights(caller), wanted);
        return rows.stream()
                .map(row -> new Comment(
                        row.id(),
                        Labels.named(Reference.to(row.type(), row.record()), names),
                        Labels.named(Labels.user(row.by()), names),
                        row.content(),
                        row.mentioned().stream()
                                .map(user -> Labels.named(Labels.user(user), names))
                                .toList(),
                        row.at(),
                        row.editedAt()))
                .toList();
    }

    private RuntimeException noComment(Caller caller) {
        return faults.notFound(caller, "fault.comment.none");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
