package org.sencrm.core.duplicate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.duplicate.Side;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.core.access.RecordShares;

/**
 * Makes one record of two. The one that stays takes the values chosen and fills what it lacks; what pointed to the other
 * points to it; with whom the other is shared it is shared; the other goes to the trash. To be run in a transaction.
 */
final class Merge {

    private final Records records;
    private final ReferenceMove move;
    private final RecordShares shares;
    private final Caller caller;
    private final List<Field> fields;
    private final Map<String, Side> choices;

    /**
     * @param fields of the type that the caller may read and write
     * @param choices by field, whose value is kept
     */
    Merge(
            Records records,
            ReferenceMove move,
            RecordShares shares,
            Caller caller,
            List<Field> fields,
            Map<String, Side> choices) {
        this.records = records;
        this.move = move;
        this.shares = shares;
        this.caller = caller;
        this.fields = fields;
        this.choices = choices;
    }

    /** @return the one that stays, as it is then */
    RecordData run(String type, long staying, long going) {
        RecordData mine = records.get(caller, type, staying);
        RecordData theirs = records.get(caller, type, going);
        move.run(Reference.to(type, going), Reference.to(type, staying));
        shares.carry(caller, type, going, staying);
        // first the other goes: it would stand in the way of a value that no two records may share
        long version = records.get(caller, type, going).version();
        records.delete(caller, type, going, version);
        Map<String, Object> taken = taken(mine, theirs);
        RecordData now = records.get(caller, type, staying);
        return taken.isEmpty() ? now : records.update(caller, type, staying, now.version(), taken);
    }

    private Map<String, Object> taken(RecordData mine, RecordData theirs) {
        Map<String, Object> taken = new LinkedHashMap<>();
        for (Field field : fields) {
            Object other = theirs.get(field.name());
            if (takes(field.name(), mine, other) && !pointsTo(other, mine)) {
                taken.put(field.name(), other);
            }
        }
        return taken;
    }

    private boolean takes(String field, RecordData mine, Object other) {
        Side choice = choices.get(field);
        return choice == null ? mine.get(field) == null && other != null : choice == Side.THEIRS;
    }

    /** A record must not become its own parent. */
    private static boolean pointsTo(Object value, RecordData record) {
        return value instanceof Reference reference
                && reference.id() == record.id()
                && reference.type().equals(record.type());
    }
}
