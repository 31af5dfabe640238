package org.sencrm.api.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The record types that are there now. They come and go with their modules; ask again rather than keep one. */
@ProviderType
public interface RecordTypes {

    /** By group and order, then name. */
    List<RecordType> all();

    Optional<RecordType> find(String name);

    /** The type, or {@link org.sencrm.api.fault.NotFound}. */
    RecordType get(String name);

    /** The options of a choice field, in order, labelled in this language; empty for other kinds. */
    List<Choice> choices(String type, String field, Locale locale);
}
