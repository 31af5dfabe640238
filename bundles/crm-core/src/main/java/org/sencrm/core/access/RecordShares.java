package org.sencrm.core.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Share;
import org.sencrm.api.access.Shares;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;
import org.sencrm.core.audit.AuditLog;
import org.sencrm.core.change.ChangeFeed;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.extension.Extensions;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.record.Journal;
import org.sencrm.core.record.Labels;
import org.sencrm.core.record.RecordGate;
import org.sencrm.core.record.RecordGate.Place;
import org.sencrm.core.share.ShareRow;
import org.sencrm.core.share.ShareStory;
import org.sencrm.core.share.ShareTable;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.talk.Teller;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/** Shares, behind the gate of their record. The record is locked while they change, so that two at once follow one another. */
@Component(service = {Shares.class, RecordShares.class})
public final class RecordShares implements Shares {

    private static final int MOST_OFFERED = 50;

    private final Database database;
    private final TypeRegistry types;
    private final Gate gate;
    private final RecordGate gates;
    private final Journal journal;
    private final Labels labels;
    private final Faults faults;
    private final Teller teller;
    private final AuditLog audit;
    private final TeamMembers members;
    private final Colleagues colleagues;
    private final ShareTable table = new ShareTable();

    @Activate
    public RecordShares(
            @org.osgi.service.component.annotations.Reference Database database,
            @org.osgi.service.component.annotations.Reference TypeRegistry types,
            @org.osgi.service.component.annotations.Reference Gate gate,
            @org.osgi.service.component.annotations.Reference ChangeFeed feed,
            @org.osgi.service.component.annotations.Reference Extensions extensions,
            @org.osgi.service.component.annotations.Reference Records records,
            @org.osgi.service.component.annotations.Reference Messages messages) {
        this.database = database;
        this.types = types;
        this.gate = gate;
        this.faults = new Faults(messages);
        this.gates = new RecordGate(types, gate, faults);
        this.journal = new Journal(database, new ChangeLog(), feed, gate, Clock.systemUTC());
        this.labels = new Labels(types, faults);
        this.teller = new Teller(database, extensions);
        this.audit = new AuditLog(database);
        this.members = new TeamMembers(types);
        this.colleagues = new Colleagues(types, gate, records);
    }

    @Override
    public boolean mayShare(Caller caller, String type, long record) {
        StoredType stored = types.stored(type).orElse(null);
        return stored != null
                && Rights.isShareable(stored)
                && !gate.rights(caller).isOutside()
                && database.read(connection -> gates.mayRead(connection, caller, type, record)
                        && gates.isOwn(connection, caller, new Place(stored, record, 0)));
    }

    @Override
    public List<Share> list(Caller caller, String type, long record) {
        return database.read(connection -> {
            gates.writable(connection, caller, type, record);
            requireInside(caller);
            return shown(connection, caller, table.ofRecord(connection, type, record));
        });
    }

    @Override
    public List<Reference> offered(Caller caller, String type, long record, String text, int limit) {
        if (limit < 1 || limit > MOST_OFFERED) {
            throw faults.badRequest(caller, "fault.limit", MOST_OFFERED);
        }
        Place place = database.read(connection -> gates.writable(connection, caller, type, record));
        requireInside(caller);
        List<Reference> offered = new ArrayList<>(colleagues.people(caller, place.type(), text, limit));
        offered.addAll(colleagues.teams(caller, text, limit));
        return offered;
    }

    @Override
    public Share share(Caller caller, String type, long record, Reference with, boolean mayChange) {
        return database.write(connection -> {
            Place place = shareable(connection, caller, type, record);
            requireSomebody(connection, caller, place.type(), with);
            ShareRow before = table.find(connection, type, record, with);
            if (before != null && before.mayChange() == mayChange) {
                return shown(connection, caller, List.of(before)).get(0);
            }
            ShareRow after = ShareRow.of(id(before), type, record, with, mayChange, caller.userId(), journal.now());
            put(connection, caller, place, before, after);
            if (before == null) {
                teller.shared(connection, people(connection, caller, after), type, record, after.by(), after.at());
            }
            return shown(connection, caller, List.of(after)).get(0);
        });
    }

    @Override
    public void takeBack(Caller caller, String type, long record, long share) {
        database.write(connection -> {
            Place place = shareable(connection, caller, type, record);
            ShareRow row = table.ofRecord(connection, type, record).stream()
                    .filter(each -> each.id() == share)
                    .findFirst()
                    .orElseThrow(() -> faults.notFound(caller, "fault.share.none"));
            table.delete(connection, share);
            tell(connection, caller, place, row, null);
            return null;
        });
    }

    /**
     * Shares one record with all with whom another is shared, as two become one; not where the caller might not share it. To be
     * called in the transaction of that.
     */
    public void carry(Caller caller, String type, long from, long to) {
        List<ShareRow> shares = database.read(connection -> table.ofRecord(connection, type, from));
        if (shares.isEmpty() || !mayShare(caller, type, to)) {
            return;
        }
        database.write(connection -> {
            Place place = shareable(connection, caller, type, to);
            for (ShareRow row : shares) {
                carry(connection, caller, place, row);
            }
            return null;
        });
    }

    private void carry(Connection connection, Caller caller, Place place, ShareRow row) throws SQLException {
        ShareRow before = table.find(connection, row.type(), place.record(), row.with());
        if (before == null || row.mayChange() && !before.mayChange()) {
            ShareRow after = ShareRow.of(
                    id(before), row.type(), place.record(), row.with(), row.mayChange(), row.by(), row.at());
            put(connection, caller, place, before, after);
        }
    }

    /** @param before null for a new one */
    private void put(Connection connection, Caller caller, Place place, ShareRow before, ShareRow after)
            throws SQLException {
        if (before == null) {
            table.insert(connection, after);
        } else {
            table.change(connection, after);
        }
        tell(connection, caller, place, before, after);
    }

    /** The id of a share that takes the place of another, or of none. */
    private static long id(ShareRow before) {
        return before == null ? Ids.next() : before.id();
    }

    private Place shareable(Connection connection, Caller caller, String type, long record) throws SQLException {
        Place place = gates.lockedByRole(connection, caller, type, record);
        if (!Rights.isShareable(place.type())) {
            throw faults.forbidden(caller, "fault.share.type");
        }
        requireInside(caller);
        return place;
    }

    /** With whom something is shared is a matter of those who work here. */
    private void requireInside(Caller caller) {
        if (gate.rights(caller).isOutside()) {
            throw faults.forbidden(caller);
        }
    }

    private void requireSomebody(Connection connection, Caller caller, StoredType type, Reference with)
            throws SQLException {
        String obstacle = colleagues.obstacle(connection, caller, type, with);
        if (obstacle != null) {
            String code = obstacle.substring(obstacle.lastIndexOf('.') + 1);
            throw faults.badRecord(caller, List.of(faults.error(caller, "with", code, obstacle)));
        }
    }

    /** Those who are told of a share: whoever it is for and works here, but not who did it. */
    private Set<Long> people(Connection connection, Caller caller, ShareRow share) throws SQLException {
        Set<Long> people =
                new HashSet<>(share.user() == 0 ? members.of(connection, share.team()) : Set.of(share.user()));
        people.remove(caller.userId());
        return people;
    }

    private void tell(Connection connection, Caller caller, Place place, ShareRow before, ShareRow after)
            throws SQLException {
        database.afterCommit(gate::sharesChanged);
        ShareRow share = after == null ? before : after;
        audit.note(
                caller,
                AuditEvent.of(after == null ? "share.takenBack" : "share.given")
                        .on(share.type(), place.record())
                        .with("with", share.with().type() + '/' + share.with().id())
                        .with("mayChange", share.mayChange()));
        journal.write(connection, caller, place, ShareStory.of(before, after));
    }

    private List<Share> shown(Connection connection, Caller caller, Collection<ShareRow> rows) throws SQLException {
        Set<Reference> wanted = new HashSet<>();
        rows.forEach(row -> wanted.addAll(List.of(row.with(), Labels.user(row.by()))));
        Map<Reference, String> names = labels.find(connection, caller, gates.rights(caller), wanted);
        return rows.stream()
                .map(row -> new Share(
                        row.id(),
                        Labels.named(row.with(), names),
                        row.mayChange(),
                        Labels.named(Labels.user(row.by()), names),
                        row.at()))
                .toList();
    }
}
