package org.sencrm.core.talk;

import java.sql.Connection;
import java.sql.SQLException;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;
import org.sencrm.api.talk.Followers;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.record.Labels;
import org.sencrm.core.record.RecordGate;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.StoreException;
import org.sencrm.core.type.TypeRegistry;

/** Who follows a record, behind its gate. */
@Component(service = Followers.class)
public final class RecordFollowers implements Followers {

    private static final int TRIES = 3;

    private final Database database;
    private final RecordGate gate;
    private final Labels labels;
    private final FollowerTable table = new FollowerTable();

    @Activate
    public RecordFollowers(
            @org.osgi.service.component.annotations.Reference Database database,
            @org.osgi.service.component.annotations.Reference TypeRegistry types,
            @org.osgi.service.component.annotations.Reference Gate gate,
            @org.osgi.service.component.annotations.Reference Messages messages) {
        Faults faults = new Faults(messages);
        this.database = database;
        this.gate = new RecordGate(types, gate, faults);
        this.labels = new Labels(types, faults);
    }

    @Override
    public List<Reference> list(Caller caller, String type, long record) {
        Collator alphabet = Collator.getInstance(caller.locale());
        return database.read(connection -> {
            Rights rights = gate.rights(caller);
            Set<Reference> people = ids(connection, caller, type, record).stream()
                    .filter(rights::mayKnow)
                    .map(Labels::user)
                    .collect(Collectors.toSet());
            Map<Reference, String> names = labels.find(connection, caller, rights, people);
            return names.entrySet().stream()
                    .map(named ->
                            new Reference(named.getKey().type(), named.getKey().id(), named.getValue()))
                    .sorted(Comparator.comparing(Reference::label, alphabet))
                    .toList();
        });
    }

    @Override
    public boolean isFollowing(Caller caller, String type, long record) {
        return database.read(connection -> ids(connection, caller, type, record).contains(caller.userId()));
    }

    @Override
    public void follow(Caller caller, String type, long record) {
        set(caller, type, record, true);
    }

    @Override
    public void unfollow(Caller caller, String type, long record) {
        set(caller, type, record, false);
    }

    private Set<Long> ids(Connection connection, Caller caller, String type, long record) throws SQLException {
        RecordGate.Place place = gate.readable(connection, caller, type, record);
        return table.followers(connection, place.type(), List.of(record)).getOrDefault(record, Set.of());
    }

    /** Two windows of one person who press the button at the same moment both succeed. */
    private void set(Caller caller, String type, long record, boolean follows) {
        for (int tries = 1; ; tries++) {
            try {
                database.write(connection -> {
                    gate.annotatable(connection, caller, type, record);
                    table.set(connection, type, record, caller.userId(), follows);
                    return null;
                });
                return;
            } catch (StoreException e) {
                if (!e.isDuplicate() || tries == TRIES || database.inTransaction()) {
                    throw e;
                }
            }
        }
    }
}
