package org.sencrm.core.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/**
 * Which roll-ups would tell of something that the caller may not read: of records of a type, or of a field by which the
 * roll-up finds, chooses or adds up these records. How many of them a right reaches makes no difference, as a total is the
 * same for everybody. As such a field may be computed itself, over several types and back, it goes on until nothing more
 * is found. For one question each.
 */
final class HiddenTotals {

    private final Map<String, StoredType> types;
    private final Predicate<StoredType> readable;
    private final Function<StoredType, Set<String>> denied;
    private final Map<String, StoredType> reached = new HashMap<>();
    private final Map<String, Set<String>> hidden = new HashMap<>();

    /** @param denied names of the fields of a type that no role shows */
    HiddenTotals(
            Map<String, StoredType> types, Predicate<StoredType> readable, Function<StoredType, Set<String>> denied) {
        this.types = types;
        this.readable = readable;
        this.denied = denied;
    }

    /** Their names. */
    Set<String> of(StoredType type) {
        if (type.rollUps().isEmpty()) {
            return Set.of();
        }
        reach(type);
        boolean more = true;
        while (more) {
            more = false;
            for (StoredType each : reached.values()) {
                more |= hide(each, totals(each));
            }
        }
        return totals(type);
    }

    /** Takes in the type and all over which its fields roll up. */
    private void reach(StoredType type) {
        if (reached.putIfAbsent(type.name(), type) == null) {
            hidden.put(type.name(), type.withDerived(denied.apply(type)));
            type.rollUps().stream()
                    .map(total -> types.get(total.rollUp().type()))
                    .filter(Objects::nonNull)
                    .forEach(this::reach);
        }
    }

    private boolean hide(StoredType type, Set<String> names) {
        Set<String> known = hidden.get(type.name());
        if (known.containsAll(names)) {
            return false;
        }
        known.addAll(names);
        hidden.put(type.name(), type.withDerived(known));
        return true;
    }

    private Set<String> totals(StoredType type) {
        return type.rollUps().stream()
                .filter(total -> !mayKnow(total))
                .map(StoredField::name)
                .collect(Collectors.toSet());
    }

    /** Nobody can tell what is told by a total of which a part is away. */
    private boolean mayKnow(StoredField total) {
        StoredType from = reached.get(total.rollUp().type());
        return from != null
                && readable.test(from)
                && total.rollUpSources().stream()
                        .allMatch(name -> from.field(name).isPresent()
                                && !hidden.get(from.name()).contains(name));
    }
}
