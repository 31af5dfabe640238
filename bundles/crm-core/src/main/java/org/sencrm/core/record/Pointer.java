package org.sencrm.core.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;

/**
 * A way in which records of a type may point to records of another one.
 *
 * @param type name of the type whose records point
 */
public record Pointer(String type, Field field) {

    /** All ways to records of the target. */
    public static List<Pointer> to(String target, Collection<RecordType> types) {
        List<Pointer> pointers = new ArrayList<>();
        for (RecordType type : types) {
            for (Field field : type.fields()) {
                if (mayPoint(field, target)) {
                    pointers.add(new Pointer(type.name(), field));
                }
            }
        }
        return pointers;
    }

    private static boolean mayPoint(Field field, String type) {
        boolean pointer = field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.REFERENCES;
        return pointer && (field.targets().contains(type) || field.targets().contains("*"));
    }

    /** Finds the records that point there, and maybe some that {@link #holds} tells apart. */
    public Query question(Reference target) {
        return Query.of(type)
                .where(Rsql.equal(field.name(), target.id()))
                .reading(field.name())
                .limitedTo(Query.MAX_LIMIT);
    }

    /** Whether the value points there: a field that points to any type may hold the same id of another type. */
    public static boolean holds(Object value, Reference target) {
        return value instanceof List<?> list
                ? list.stream().anyMatch(member -> isTo(member, target))
                : isTo(value, target);
    }

    public static boolean isTo(Object value, Reference target) {
        return value instanceof Reference reference
                && reference.id() == target.id()
                && reference.type().equals(target.type());
    }
}
