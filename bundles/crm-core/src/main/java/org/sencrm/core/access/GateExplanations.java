package org.sencrm.core.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Explanation;
import org.sencrm.api.access.Explanation.Refusal;
import org.sencrm.api.access.Explanation.Why;
import org.sencrm.api.access.Explanations;
import org.sencrm.api.access.Right;
import org.sencrm.api.access.TypeRights;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.gate.Reason;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.record.Labels;
import org.sencrm.core.record.RecordGate;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/** Asks the gate for its own reasons, which are those by which it lets somebody pass. */
@Component(service = Explanations.class)
public final class GateExplanations implements Explanations {

    /** Those that are had to a record; the others are had to a type. */
    private static final List<Right> TO_RECORDS = List.of(Right.READ, Right.UPDATE, Right.DELETE, Right.EXPORT);

    private final Database database;
    private final TypeRegistry types;
    private final Gate gate;
    private final RecordGate records;
    private final Labels labels;
    private final Faults faults;

    @Activate
    public GateExplanations(
            @org.osgi.service.component.annotations.Reference Database database,
            @org.osgi.service.component.annotations.Reference TypeRegistry types,
            @org.osgi.service.component.annotations.Reference Gate gate,
            @org.osgi.service.component.annotations.Reference Messages messages) {
        this.database = database;
        this.types = types;
        this.gate = gate;
        this.faults = new Faults(messages);
        this.records = new RecordGate(types, gate, faults);
        this.labels = new Labels(types, faults);
    }

    @Override
    public Explanation explain(Caller caller, String type, long record, long user) {
        return database.read(connection -> {
            RecordGate.Place place = records.readable(connection, caller, type, record);
            if (!gate.isAdministrator(caller)) {
                throw faults.forbidden(caller);
            }
            records.readable(connection, caller, SystemFields.USERS, user);
            return explain(connection, caller, place.type(), records.values(connection, place), rightsOf(caller, user));
        });
    }

    @Override
    public List<TypeRights> rights(Caller caller, long user) {
        return database.read(connection -> {
            if (!gate.isAdministrator(caller)) {
                throw faults.forbidden(caller);
            }
            records.readable(connection, caller, SystemFields.USERS, user);
            Rights rights = rightsOf(caller, user);
            return types.stored().stream()
                    .sorted(Comparator.comparing(StoredType::name))
                    .map(type -> rights(rights, type))
                    .filter(found -> !found.scopes().isEmpty())
                    .toList();
        });
    }

    private static TypeRights rights(Rights rights, StoredType type) {
        Map<Right, String> scopes = new EnumMap<>(Right.class);
        for (Right right : Right.values()) {
            rights.reach(right, type).ifPresent(scope -> scopes.put(right, scope));
        }
        return new TypeRights(
                type.name(),
                scopes,
                rights.hidden(type),
                rights.totalsBy(type).findAny().isPresent());
    }

    private Rights rightsOf(Caller caller, long user) {
        return gate.rights(new Caller(user, caller.locale(), caller.zone(), caller.through(), 0));
    }

    private Explanation explain(
            Connection connection, Caller caller, StoredType type, Map<String, Object> values, Rights rights)
            throws SQLException {
        Set<Right> held = EnumSet.noneOf(Right.class);
        List<Explanation.Reason> reasons = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Right right : TO_RECORDS) {
            List<Reason> found = rights.reasons(right, type, values).toList();
            if (found.isEmpty() || right != Right.READ && !held.contains(Right.READ)) {
                refusals.add(new Refusal(right, why(rights, right, type, found)));
            } else {
                held.add(right);
                found.forEach(reason -> reasons.add(new Explanation.Reason(
                        right, reason.role(), reason.scope(), reason.because(), reason.through())));
            }
        }
        List<Reference> totals =
                held.contains(Right.READ) ? List.of() : rights.totalsBy(type).toList();
        Set<String> hidden = held.isEmpty() ? Set.of() : Set.copyOf(rights.hidden(type, values));
        return new Explanation(
                Set.copyOf(held), named(connection, caller, reasons), List.copyOf(refusals), hidden, totals);
    }

    private static Why why(Rights rights, Right right, StoredType type, List<Reason> found) {
        if (!found.isEmpty()) {
            return Why.UNREADABLE;
        } else if (rights.self() == null) {
            return Why.INACTIVE;
        }
        return rights.may(right, type) ? Why.OUT_OF_REACH : Why.NO_ROLE;
    }

    /** Teams in the values of a record have no names. */
    private List<Explanation.Reason> named(Connection connection, Caller caller, List<Explanation.Reason> reasons)
            throws SQLException {
        Set<Reference> wanted = new HashSet<>();
        for (Explanation.Reason reason : reasons) {
            if (reason.through() != null) {
                wanted.add(reason.through());
            }
        }
        Map<Reference, String> names = labels.find(connection, caller, records.rights(caller), wanted);
        return reasons.stream()
                .map(reason -> new Explanation.Reason(
                        reason.right(),
                        reason.role(),
                        reason.scope(),
                        reason.because(),
                        reason.through() == null ? null : Labels.named(reason.through(), names)))
                .toList();
    }
}
