package org.sencrm.ui.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;

/** The records that a person wants at hand. Touches no component, so that it can work off the UI thread. */
public final class Favourites {

    /** Type of the records that mark others. */
    public static final String TYPE = "favourites";

    /** Narrows a list to the favourites of whoever looks at it. */
    public static final String FILTER = "favourite==true";

    private static final String SUBJECT = "record";

    private final Records records;
    private final Caller caller;

    public Favourites(Records records, Caller caller) {
        this.records = records;
        this.caller = caller;
    }

    /** Ids of the marked records of a type, newest first; as many as one page holds. */
    public Set<Long> of(String type) {
        Set<Long> ids = new LinkedHashSet<>();
        marks(Rsql.equal("type", type))
                .forEach(mark -> ids.add(mark.reference(SUBJECT).id()));
        return ids;
    }

    public boolean has(String type, long id) {
        return !marks(about(type, id)).isEmpty();
    }

    /** Marks the record, or takes the mark away. */
    public void set(String type, long id, boolean marked) {
        List<RecordData> before = marks(about(type, id));
        if (marked && before.isEmpty()) {
            records.create(caller, TYPE, Map.of("type", type, SUBJECT, Reference.to(type, id)));
        } else if (!marked) {
            before.forEach(mark -> records.delete(caller, TYPE, mark.id(), mark.version()));
        }
    }

    private static String about(String type, long id) {
        return Rsql.equal("type", type) + ";" + Rsql.equal(SUBJECT, id);
    }

    private List<RecordData> marks(String filter) {
        return records.list(
                        caller,
                        Query.of(TYPE)
                                .where(Rsql.equal("owner", caller.userId()))
                                .where(filter)
                                .limitedTo(Query.MAX_LIMIT))
                .items();
    }
}
