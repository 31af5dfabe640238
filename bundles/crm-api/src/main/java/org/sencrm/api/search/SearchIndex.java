package org.sencrm.api.search;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The full-text index, fed by the engine from the change log. It knows nothing of access: what it finds passes the gate
 * before anybody sees it. It can be lost at any time and is then rebuilt from the database. Thread safe.
 */
@ProviderType
public interface SearchIndex {

    /** Id of the last change that is durably in the index; 0 where the index is new or was damaged. */
    long position();

    /**
     * Takes in the present state of records and makes it visible to {@link #find} at once.
     *
     * @param position change up to which the index is then complete; made durable now and then, not at every call
     */
    void update(List<Entry> entries, long position);

    /** Forgets all records of a type. */
    void clear(String type);

    /**
     * Records of the type each of whose words begins a word of the entry; exact, in no order.
     *
     * @param limit stop after this many
     */
    long[] matching(String type, String text, int limit);

    /** Best hits over the types; forgives small typing errors where nothing fits exactly. */
    List<Found> find(List<String> types, String text, int limit);

    /**
     * One record as the index takes it.
     *
     * @param label what people read; null to forget the record
     * @param text all searchable text, as typed
     */
    record Entry(String type, long id, String label, String text) {}

    record Found(String type, long id) {}
}
