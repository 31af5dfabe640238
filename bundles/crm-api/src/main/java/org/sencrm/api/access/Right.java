package org.sencrm.api.access;

import java.util.Locale;

/** What may be done with the records of a type. */
public enum Right {
    READ,
    CREATE,
    UPDATE,
    DELETE,
    EXPORT,
    IMPORT;

    /** The name in REST, e.g. {@code read}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
