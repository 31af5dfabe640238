package org.sencrm.core.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.privacy.Consents;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.record.RecordGate;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/** The service. It answers from the facts as they stand, and nothing of it is kept in memory. */
@Component(service = Consents.class)
public final class StoredConsents implements Consents {

    private static final int AT_ONCE = 500;

    /** Without one of these there is nothing to tell. */
    private static final List<String> WHAT_WAS_SAID = List.of(People.PERSON, "purpose", "channel", "state");

    private final Database database;
    private final TypeRegistry types;
    private final RecordGate gate;
    private final Faults faults;
    private final ConsentTable table = new ConsentTable();

    @Activate
    public StoredConsents(
            @org.osgi.service.component.annotations.Reference Database database,
            @org.osgi.service.component.annotations.Reference TypeRegistry types,
            @org.osgi.service.component.annotations.Reference Gate gate,
            @org.osgi.service.component.annotations.Reference Messages messages) {
        this.database = database;
        this.types = types;
        this.faults = new Faults(messages);
        this.gate = new RecordGate(types, gate, faults);
    }

    @Override
    public boolean may(Reference person, String purpose) {
        return may(person, purpose, null);
    }

    @Override
    public boolean may(Reference person, String purpose, String channel) {
        return !permitted(person.type(), List.of(person.id()), purpose, channel).isEmpty();
    }

    @Override
    public Set<Long> permitted(String type, Collection<Long> persons, String purpose, String channel) {
        Set<Long> permitted = new HashSet<>();
        List<Long> all = List.copyOf(new HashSet<>(persons));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            database.read(connection -> table.of(connection, type, some, purpose))
                    .forEach((person, facts) -> {
                        if (channel == null ? isYesToAll(facts) : isYes(facts, channel)) {
                            permitted.add(person);
                        }
                    });
        }
        return permitted;
    }

    /** @param facts newest first */
    private static boolean isYes(List<Fact> facts, String channel) {
        return facts.stream()
                .filter(fact -> fact.channel() == null || fact.channel().equals(channel))
                .findFirst()
                .filter(Fact::given)
                .isPresent();
    }

    /** What was withdrawn for one channel and given for it again later is as if it had never been withdrawn. */
    private static boolean isYesToAll(List<Fact> facts) {
        Set<String> said = new HashSet<>();
        for (Fact fact : facts) {
            if (fact.channel() == null) {
                return fact.given();
            } else if (said.add(fact.channel()) && !fact.given()) {
                return false;
            }
        }
        return false;
    }

    @Override
    public List<Fact> current(Caller caller, Reference person) {
        List<Fact> facts = database.read(connection -> {
            if (!gate.mayRead(connection, caller, person.type(), person.id())) {
                throw faults.noRecord(caller);
            }
            return seen(connection, caller, person);
        });
        Map<List<String>, Fact> newest = new LinkedHashMap<>();
        for (Fact fact : facts) {
            // a word about all channels ends what was said about single ones before
            boolean isOver = newest.containsKey(key(fact.purpose(), null));
            if (!isOver) {
                newest.putIfAbsent(key(fact.purpose(), fact.channel()), fact);
            }
        }
        List<Fact> current = new ArrayList<>(newest.values());
        current.sort(Comparator.comparing(Fact::purpose)
                .thenComparing(Fact::channel, Comparator.nullsFirst(Comparator.naturalOrder())));
        return current;
    }

    /** As a list of the records shows them: those within the caller's reach, without the fields that are denied. */
    private List<Fact> seen(Connection connection, Caller caller, Reference person) throws SQLException {
        StoredType type = types.stored(TYPE).orElseThrow();
        Rights rights = gate.rights(caller);
        Set<String> hidden = rights.hidden(type);
        if (!rights.may(Right.READ, type) || !Collections.disjoint(hidden, WHAT_WAS_SAID)) {
            return List.of();
        }
        return table.of(connection, person.type(), person.id(), rights.condition(Right.READ, type)).stream()
                .map(fact -> new Fact(
                        fact.id(),
                        fact.purpose(),
                        fact.channel(),
                        fact.given(),
                        hidden.contains("statedAt") ? null : fact.at(),
                        hidden.contains("origin") ? null : fact.origin(),
                        hidden.contains("textVersion") ? null : fact.textVersion()))
                .toList();
    }

    private static List<String> key(String purpose, String channel) {
        return List.of(purpose, channel == null ? "" : channel);
    }
}
