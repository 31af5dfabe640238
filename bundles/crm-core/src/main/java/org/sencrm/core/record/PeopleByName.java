package org.sencrm.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.core.type.SystemFields;

/** Finds people of whose names words begin as typed, in the order of names. */
public final class PeopleByName {

    private static final String NAME = "name";
    private static final int AT_ONCE = 50;
    /** Whoever types more is offered fewer; nobody waits until all of a large firm were asked. */
    private static final int MOST_PAGES = 10;

    private final Records records;

    public PeopleByName(Records records) {
        this.records = records;
    }

    /** @param concerned tells by the id of a user whether to offer that one */
    public List<Reference> find(Caller caller, String typed, int limit, LongPredicate concerned) {
        Query named = Query.of(SystemFields.USERS)
                .matching(typed)
                .sortedBy(NAME)
                .reading(NAME)
                .limitedTo(AT_ONCE);
        List<Reference> found = new ArrayList<>();
        String cursor = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page page = records.list(caller, named.after(cursor));
            for (RecordData person : page.items()) {
                if (concerned.test(person.id())) {
                    found.add(new Reference(SystemFields.USERS, person.id(), person.text(NAME)));
                }
                if (found.size() == limit) {
                    return found;
                }
            }
            cursor = page.next();
            if (cursor == null) {
                return found;
            }
        }
        return found;
    }
}
