package org.sencrm.ui.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.ui.field.StateField;

/**
 * Records of a type that point to a record through a field.
 *
 * @param isOnlyWay whether the name of the type says enough: no other field of it points there, and it is another type
 * @param first the newest few
 * @param count of all
 */
record Related(RecordType type, Field field, boolean isOnlyWay, String filter, List<RecordData> first, long count) {

    private static final int SHOWN = 5;

    /** The ways in which records of the types point to records of this one, without activities and what all types have. */
    static List<Related> ways(List<RecordType> types, Reference record) {
        List<Related> ways = new ArrayList<>();
        for (RecordType type : types) {
            List<Field> fields = type.fields().stream()
                    .filter(field -> !field.system() && field.kind() == FieldKind.REFERENCE)
                    .filter(field -> field.targets().contains(record.type()))
                    .toList();
            for (Field field : fields) {
                String filter = Rsql.equal(field.name(), record.id());
                ways.add(new Related(
                        type, field, fields.size() == 1 && !type.name().equals(record.type()), filter, List.of(), 0));
            }
        }
        return ways;
    }

    /** The same way with what is there now; empty where the person may not look. */
    Optional<Related> read(Records records, Caller caller) {
        Set<String> fields = new LinkedHashSet<>();
        fields.add(type.labelField());
        StateField.of(type).map(Field::name).ifPresent(fields::add);
        money().map(Field::name).ifPresent(fields::add);
        others().map(Field::name).forEach(fields::add);
        Query query = Query.of(type.name()).where(filter).limitedTo(SHOWN).reading(List.copyOf(fields));
        try {
            List<RecordData> found = records.list(caller, query).items();
            long all = found.size() < SHOWN ? found.size() : records.count(caller, query);
            return Optional.of(new Related(type, field, isOnlyWay, filter, found, all));
        } catch (Fault gone) {
            return Optional.empty();
        }
    }

    /** Of a type that has no place of its own and only joins others: where else it points. */
    Stream<Field> others() {
        return type.fields().stream()
                .filter(each -> type.group().isEmpty() && each.kind() == FieldKind.REFERENCE)
                .filter(each -> each.listed() && !each.name().equals(field.name()));
    }

    Optional<Field> money() {
        return type.fields().stream()
                .filter(each -> each.kind() == FieldKind.MONEY && each.listed())
                .findFirst();
    }
}
