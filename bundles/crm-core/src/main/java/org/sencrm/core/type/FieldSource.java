package org.sencrm.core.type;

import java.util.List;

/** Knows the fields that were added to record types at run time. */
public interface FieldSource {

    /** Added fields of a type, oldest first; also makes sure that their columns are there. Reads the database. */
    List<StoredField> added(StoredType declared);

    /** Rules for records of a type, oldest first; asked behind {@link #added}. */
    default List<StoredRule> rules(StoredType declared) {
        return List.of();
    }
}
