package org.sencrm.rest.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.resource.VisibleTypes;

/** Makes every record that points to one record point to another of the same type. */
final class ReferenceMove {

    private final Services services;
    private final Caller caller;
    private final Reference from;
    private final Reference to;

    ReferenceMove(Services services, Caller caller, Reference from, Reference to) {
        this.services = services;
        this.caller = caller;
        this.from = from;
        this.to = to;
    }

    void run() {
        for (VisibleTypes.Visible type : new VisibleTypes(services).all(caller)) {
            for (Field field : type.fields()) {
                if (mayPoint(field)) {
                    move(type.name(), field.name());
                }
            }
        }
    }

    private boolean mayPoint(Field field) {
        boolean pointer = field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.REFERENCES;
        return pointer
                && !field.readOnly()
                && (field.targets().contains(from.type()) || field.targets().contains("*"));
    }

    private void move(String type, String field) {
        for (RecordData record : pointing(type, field)) {
            Map<String, Object> patch = new HashMap<>();
            patch.put(field, moved(record, record.get(field)));
            services.records().update(caller, type, record.id(), record.version(), patch);
        }
    }

    /** All of them before the first is changed: a change takes a record out of the list that is being read. */
    private List<RecordData> pointing(String type, String field) {
        List<RecordData> pointing = new ArrayList<>();
        Query query = Query.of(type)
                .where(Rsql.equal(field, from.id()))
                .reading("id", field)
                .limitedTo(Query.MAX_LIMIT);
        String next;
        do {
            Page page = services.records().list(caller, query);
            page.items().stream().filter(record -> holds(record.get(field))).forEach(pointing::add);
            next = page.next();
            query = query.after(next);
        } while (next != null);
        return pointing;
    }

    /** A field that points to any type may hold the same id of another type. */
    private boolean holds(Object value) {
        return value instanceof Reference reference
                ? isFrom(reference)
                : value instanceof List<?> list && list.stream().anyMatch(this::isFrom);
    }

    private boolean isFrom(Object value) {
        return value instanceof Reference reference
                && reference.id() == from.id()
                && reference.type().equals(from.type());
    }

    private Object moved(RecordData record, Object value) {
        boolean itself = record.id() == to.id() && record.type().equals(to.type());
        if (!(value instanceof List<?> list)) {
            return itself ? null : to;
        }
        Map<Long, Object> distinct = new LinkedHashMap<>();
        for (Object item : list) {
            Reference reference = isFrom(item) ? to : (Reference) item;
            distinct.put(reference.id(), reference);
        }
        if (itself) {
            distinct.remove(to.id());
        }
        return List.copyOf(distinct.values());
    }
}
