package org.sencrm.rest.duplicate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.problem.Refusal;
import org.sencrm.rest.resource.VisibleTypes;

/**
 * Makes one record of two. The one that stays takes the values chosen and fills what it lacks; what pointed to the other
 * points to it; the other goes to the trash. All of it with the rights of the caller, and all of it or nothing.
 */
final class Merge {

    private static final String MINE = "mine";
    private static final String THEIRS = "theirs";

    private final Services services;
    private final Caller caller;
    private final VisibleTypes.Visible type;
    private final Map<String, String> choices;

    /** @param choices by field, whose value is kept: {@code mine} of the one that stays, {@code theirs} of the other */
    Merge(Services services, Caller caller, VisibleTypes.Visible type, Map<String, String> choices) {
        this.services = services;
        this.caller = caller;
        this.type = type;
        this.choices = choices;
        choices.forEach(this::check);
    }

    private void check(String name, String choice) {
        boolean known = type.fields().stream().anyMatch(field -> field.name().equals(name) && !field.readOnly());
        if (!known || !MINE.equals(choice) && !THEIRS.equals(choice)) {
            throw Refusal.badRequest("rest.wrongMember", "fields." + name);
        }
    }

    /**
     * @param staying id of the record that stays
     * @param going id of the other
     * @return the one that stays, as it is then
     */
    RecordData run(long staying, long going) {
        if (staying == going) {
            throw Refusal.badRequest("rest.mergeWithItself");
        }
        return services.records().inTransaction(() -> merge(services.records(), staying, going));
    }

    private RecordData merge(Records records, long staying, long going) {
        RecordData mine = records.get(caller, type.name(), staying);
        RecordData theirs = records.get(caller, type.name(), going);
        new ReferenceMove(services, caller, Reference.to(type.name(), going), Reference.to(type.name(), staying)).run();
        // first the other goes: it would stand in the way of a value that no two records may share
        long version = records.get(caller, type.name(), going).version();
        records.delete(caller, type.name(), going, version);
        Map<String, Object> taken = taken(mine, theirs);
        RecordData now = records.get(caller, type.name(), staying);
        return taken.isEmpty() ? now : records.update(caller, type.name(), staying, now.version(), taken);
    }

    private Map<String, Object> taken(RecordData mine, RecordData theirs) {
        Map<String, Object> taken = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            Object other = theirs.get(field.name());
            if (!field.readOnly() && takes(field.name(), mine, other) && !pointsTo(other, mine)) {
                taken.put(field.name(), other);
            }
        }
        return taken;
    }

    private boolean takes(String field, RecordData mine, Object other) {
        String choice = choices.get(field);
        return choice == null ? mine.get(field) == null && other != null : THEIRS.equals(choice);
    }

    /** A record must not become its own parent. */
    private boolean pointsTo(Object value, RecordData record) {
        return value instanceof Reference reference
                && reference.id() == record.id()
                && reference.type().equals(record.type());
    }
}
