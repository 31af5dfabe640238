package org.sencrm.core.duplicate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.record.Pointer;

/**
 * Makes every record that points to one record point to another of the same type. What points there is looked up with the
 * eyes of the product, so that nothing is left behind, and changed with the rights of the caller; where these do not reach
 * it, all is refused. Page by page, so that memory stays small; their number is bounded, as one transaction has to hold
 * them.
 */
final class ReferenceMove {

    private static final int MOST = 10_000;

    private final Records records;
    private final RecordTypes types;
    private final Access access;
    private final Faults faults;
    private final Caller caller;

    ReferenceMove(Records records, RecordTypes types, Access access, Faults faults, Caller caller) {
        this.records = records;
        this.types = types;
        this.access = access;
        this.faults = faults;
        this.caller = caller;
    }

    void run(Reference from, Reference to) {
        List<Pointer> pointers = pointers(from);
        long count = pointers.stream()
                .mapToLong(pointer -> records.count(Caller.system(), pointer.question(from)))
                .sum();
        if (count > MOST) {
            throw new NotNow(faults.text(caller, "duplicate.tooMany", count, MOST));
        }
        pointers.forEach(pointer -> move(pointer, from, to));
    }

    private List<Pointer> pointers(Reference target) {
        return Pointer.to(target.type(), types.all()).stream()
                .filter(pointer -> !pointer.field().readOnly())
                .toList();
    }

    private void move(Pointer pointer, Reference from, Reference to) {
        // the order is that of the ids: a record that was moved out of the list keeps its place
        records.all(Caller.system(), pointer.question(from)).forEach(record -> {
            Object value = record.get(pointer.field().name());
            if (Pointer.holds(value, from)) {
                boolean itself = record.id() == to.id() && record.type().equals(to.type());
                write(record, pointer, moved(value, from, to, itself));
            }
        });
    }

    private void write(RecordData record, Pointer pointer, Object value) {
        if (access.hiddenFields(caller, pointer.type()).contains(pointer.field().name())) {
            throw faults.forbidden(caller, "duplicate.outOfReach");
        }
        Map<String, Object> patch = new HashMap<>();
        patch.put(pointer.field().name(), value);
        try {
            records.update(caller, pointer.type(), record.id(), record.version(), patch);
        } catch (NotFound e) {
            throw faults.forbidden(caller, "duplicate.outOfReach");
        }
    }

    /** @param itself whether this is the record that stays, which must not point to itself */
    private static Object moved(Object value, Reference from, Reference to, boolean itself) {
        if (!(value instanceof List<?> list)) {
            return itself ? null : to;
        }
        Map<Long, Object> distinct = new LinkedHashMap<>();
        for (Object item : list) {
            Reference reference = Pointer.isTo(item, from) ? to : (Reference) item;
            distinct.put(reference.id(), reference);
        }
        if (itself) {
            distinct.remove(to.id());
        }
        return List.copyOf(distinct.values());
    }
}
