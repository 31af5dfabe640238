package org.sencrm.core.gate;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.sencrm.core.type.StoredType;

/** What is hidden from a member in lists, once it was worked out: a page asks for each of its fields, orders and references. */
final class HiddenFields {

    static final HiddenFields NONE = new HiddenFields(Map.of());

    /** As roll-ups tell of other types, all of it is worked out anew after any type has changed. */
    private final Map<String, StoredType> types;

    private final Map<StoredType, Set<String>> names = new ConcurrentHashMap<>();

    HiddenFields(Map<String, StoredType> types) {
        this.types = types;
    }

    /** Whether it was worked out for just these types. */
    boolean isOf(Map<String, StoredType> present) {
        return types == present;
    }

    /** The names for one type; what works them out asks for other types. */
    Set<String> of(StoredType type, Supplier<Set<String>> workedOut) {
        Set<String> known = names.get(type);
        if (known == null) {
            known = Set.copyOf(workedOut.get());
            // a type that is being changed is not among those that are there, and is not kept
            if (types.get(type.name()) == type) {
                names.put(type, known);
            }
        }
        return known;
    }
}
