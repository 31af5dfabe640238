package org.sencrm.core.privacy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.core.record.Pointer;
import org.sencrm.core.record.RecordService;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/**
 * Looks one step further for records of which some text names the person. An account that was made for somebody who buys for
 * themselves has their name and telephone number, and so may a household.
 */
final class NextRecords {

    private final RecordService records;
    private final TypeRegistry types;

    NextRecords(RecordService records, TypeRegistry types) {
        this.records = records;
        this.types = types;
    }

    /** Those to which something points. */
    Set<Reference> named(Reach reach, Words words) {
        Set<Reference> next = new LinkedHashSet<>();
        reach.people().forEach(one -> addTargets(next, one));
        reach.kept().forEach(one -> addTargets(next, one));
        next.removeAll(reach.all());
        next.removeIf(one -> !names(one, words));
        return next;
    }

    /** Those that go with something that is kept, as what was done about a deal with the person. */
    Set<Reference> telling(Reach reach, Words words) {
        Set<Reference> telling = new LinkedHashSet<>();
        for (Reference one : reach.kept()) {
            for (Pointer pointer : Pointer.to(one.type(), types.all())) {
                StoredType type = types.stored(pointer.type()).orElseThrow();
                if (type.require(pointer.field().name()).goesWithTarget() && mayNameOthers(pointer.type())) {
                    addTelling(telling, pointer.question(one), type, pointer, one, words);
                    addTelling(telling, pointer.question(one).inTrash(), type, pointer, one, words);
                }
            }
        }
        telling.removeAll(reach.all());
        telling.removeAll(reach.alike());
        return telling;
    }

    private void addTelling(
            Set<Reference> into, Query first, StoredType type, Pointer pointer, Reference target, Words words) {
        Query query =
                first.reading(type.fields().stream().map(StoredField::name).toArray(String[]::new));
        records.all(Caller.system(), query)
                .filter(record -> Pointer.holds(record.get(pointer.field().name()), target))
                .filter(record -> names(type, record::get, words))
                .forEach(record -> into.add(Reference.to(record.type(), record.id())));
    }

    private void addTargets(Set<Reference> into, Reference from) {
        StoredType type = types.stored(from.type()).orElseThrow();
        Map<String, Object> values = records.stored(from.type(), from.id());
        type.fields().stream()
                .filter(field -> field.isReference() && !field.field().system())
                .map(field -> values.get(field.name()))
                .filter(Objects::nonNull)
                .flatMap(value -> (value instanceof Collection<?> several ? several : List.of(value)).stream())
                .map(target -> Reference.to(((Reference) target).type(), ((Reference) target).id()))
                .filter(target -> mayNameOthers(target.type()))
                .forEach(into::add);
    }

    /** Another person of the same name keeps it, and so do those who work here. */
    private boolean mayNameOthers(String typeName) {
        RecordType type = types.find(typeName).orElse(null);
        return type != null && !type.isPerson() && !type.administrative();
    }

    private boolean names(Reference record, Words words) {
        Map<String, Object> values = records.stored(record.type(), record.id());
        return values != null && names(types.stored(record.type()).orElseThrow(), values::get, words);
    }

    private static boolean names(StoredType type, Function<String, Object> values, Words words) {
        return type.fields().stream().anyMatch(field -> {
            Object value = values.apply(field.name());
            return !Objects.equals(words.without(field, value), value);
        });
    }
}
