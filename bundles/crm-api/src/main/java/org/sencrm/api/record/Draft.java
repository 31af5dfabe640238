package org.sencrm.api.record;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/** A record on its way to be saved, as a {@link RecordHook} sees it. Valid only during the call. */
@ProviderType
public interface Draft {

    String type();

    long id();

    boolean isNew();

    /** Who is saving. */
    Caller caller();

    /** The value as it would be saved, after earlier hooks. */
    Object get(String field);

    /** The stored value; null for a new record. */
    Object old(String field);

    /** Whether the value differs from the stored one. */
    boolean changed(String field);

    /** All fields that differ. */
    Set<String> changes();

    /** Sets a value, also of a read-only field; the kind's Java type is expected. */
    void set(String field, Object value);

    /**
     * Refuses the save with a message at a field. All refusals of all hooks reach the user together.
     *
     * @param field null for the record as a whole
     * @param messageKey key of a message of the module; arguments fill its {@code {0}} …
     */
    void refuse(String field, String messageKey, Object... arguments);
}
