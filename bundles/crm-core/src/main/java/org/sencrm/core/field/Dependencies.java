package org.sencrm.core.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.CustomField;
import org.sencrm.core.fault.Faults;

/** Which fields follow from which, over all types. */
final class Dependencies {

    private final Map<Place, Set<Place>> sources = new HashMap<>();

    Dependencies(List<Definition> computed) {
        computed.forEach(definition -> put(definition.field()));
    }

    /** Takes a field in, in place of what was there by its name. */
    void put(CustomField field) {
        Set<Place> from = new LinkedHashSet<>();
        if (field.expression() != null) {
            FieldFormula.of(field).sources().forEach(name -> from.add(new Place(field.type(), name)));
        } else if (field.rollUp() != null) {
            String type = field.rollUp().type();
            RollUpMembers.sources(field.rollUp()).forEach(name -> from.add(new Place(type, name)));
        }
        sources.put(new Place(field.type(), field.name()), from);
    }

    /** The way from a field back to itself, with the field at both ends; empty where there is none. */
    List<Place> circle(CustomField field) {
        List<Place> way = new ArrayList<>();
        Place start = new Place(field.type(), field.name());
        return leads(start, start, way, new LinkedHashSet<>()) ? way : List.of();
    }

    /** Takes the field in, and refuses it where it would follow from itself. */
    void requireNoCircle(Caller caller, Faults faults, CustomField wanted) {
        put(wanted);
        List<Place> circle = circle(wanted);
        if (!circle.isEmpty()) {
            String names = circle.stream().map(Place::toString).collect(Collectors.joining(" → "));
            String member = wanted.expression() == null ? Computations.ROLL_UP : "expression";
            throw faults.badRecord(
                    caller, List.of(faults.error(caller, member, "refused", "fault.formula.circle", names)));
        }
    }

    private boolean leads(Place from, Place to, List<Place> way, Set<Place> seen) {
        way.add(from);
        for (Place source : sources.getOrDefault(from, Set.of())) {
            if (source.equals(to)) {
                way.add(to);
                return true;
            } else if (seen.add(source) && leads(source, to, way, seen)) {
                return true;
            }
        }
        way.remove(way.size() - 1);
        return false;
    }

    /** The fields that follow from this one directly. */
    List<Place> followers(String type, String field) {
        Place source = new Place(type, field);
        return sources.entrySet().stream()
                .filter(entry -> entry.getValue().contains(source))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A field by its type and name. */
    record Place(String type, String field) {

        @Override
        public String toString() {
            return type + "." + field;
        }
    }
}
