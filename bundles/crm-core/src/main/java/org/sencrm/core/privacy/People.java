package org.sencrm.core.privacy;

import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Reference;

/** Tells which records are people. */
final class People {

    static final String PERSON = "person";

    private final RecordTypes types;

    People(RecordTypes types) {
        this.types = types;
    }

    boolean isPerson(String type) {
        return types.find(type).filter(RecordType::isPerson).isPresent();
    }

    /** Refuses what points to something that is nobody. */
    void check(Draft draft) {
        if (draft.changed(PERSON) && draft.get(PERSON) instanceof Reference person && !isPerson(person.type())) {
            draft.refuse(PERSON, "privacy.noPerson");
        }
    }
}
