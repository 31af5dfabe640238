package org.sencrm.api.record;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/** The record types that are there now. They come and go with their modules; ask again rather than keep one. */
@ProviderType
public interface RecordTypes {

    /**
     * Service property of this service: a number that grows whenever a type comes, goes or gets other fields. Follow the
     * service to learn of it.
     */
    String VERSION = "crm.types.version";

    /** By group and order, then name. */
    List<RecordType> all();

    Optional<RecordType> find(String name);

    /** The type, or {@link org.sencrm.api.fault.NotFound}. */
    RecordType get(String name);

    /** The options of a choice field, in order, labelled in this language; empty for other kinds. */
    List<Choice> choices(String type, String field, Locale locale);

    /**
     * As {@link #choices(String, String, Locale)}, for somebody who may not know of each record type: where the options are
     * record types, as in a field that says of what a set is, those of other types are left out.
     *
     * @param known whether this one may know of the type with this name
     */
    default List<Choice> choices(String type, String field, Locale locale, Predicate<String> known) {
        List<Choice> all = choices(type, field, locale);
        boolean areTypes = all.stream().allMatch(choice -> find(choice.code()).isPresent());
        return areTypes
                ? all.stream().filter(choice -> known.test(choice.code())).toList()
                : all;
    }

    /** What a new record of the type begins with, by field; in the Java types of the fields' kinds. */
    default Map<String, Object> initialValues(String type) {
        return Map.of();
    }
}
