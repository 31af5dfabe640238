package org.sencrm.core.privacy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.privacy.PersonalData;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.record.Pointer;
import org.sencrm.core.record.RecordService;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.TypeRegistry;

/**
 * Walks from a person to all that points to them, in every module, with the eyes of the product. A person may be several
 * records: those that were merged into one, and those of any type of people with the same name and the same e-mail address,
 * as a lead that became a contact. Many share a telephone number: who has the same name and the same number may be the
 * person, which is said and left to people. From what it finds it looks one step further for what names the person.
 */
final class ReachFinder {

    private static final Caller EYES = Caller.system();

    private final Database database;
    private final RecordService records;
    private final TypeRegistry types;
    private final Faults faults;
    private final NextRecords next;
    private final Traces traces = new Traces();
    private final Merges merges = new Merges();

    ReachFinder(Database database, RecordService records, TypeRegistry types, Faults faults) {
        this.database = database;
        this.records = records;
        this.types = types;
        this.faults = faults;
        this.next = new NextRecords(records, types);
    }

    /** @throws NotNow where it is too much for one transaction, or not all of it can be reached */
    Reach of(Caller caller, Reference person) {
        requireAllThere(caller);
        Set<Reference> gone = new LinkedHashSet<>();
        Set<Reference> kept = new LinkedHashSet<>();
        Set<Reference> all = persons(person);
        Set<Reference> living =
                all.stream().filter(one -> isLiving(one)).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Reference> buried = new LinkedHashSet<>(all);
        buried.removeAll(living);
        gone.addAll(buried);
        Reach reach = new Reach(living, buried, gone, kept, alike(all));
        for (Reference one : all) {
            for (Pointer pointer : Pointer.to(one.type(), types.all())) {
                boolean goes = types.stored(pointer.type())
                        .flatMap(type -> type.field(pointer.field().name()))
                        .filter(field -> field.goesWithTarget())
                        .isPresent();
                collect(caller, reach, pointer.question(one), pointer, one, goes ? gone : kept);
                collect(caller, reach, pointer.question(one).inTrash(), pointer, one, gone);
            }
        }
        kept.removeAll(gone);
        kept.removeAll(reach.alike());
        gone.removeAll(reach.alike());
        Words words = database.read(connection -> traces.words(connection, records, types, reach.people()));
        add(caller, reach, next.named(reach, words));
        add(caller, reach, next.telling(reach, words));
        return reach;
    }

    /** What a module keeps while it is away nobody can read, nor say that it is none of the person's. */
    private void requireAllThere(Caller caller) {
        String away = away();
        if (!away.isEmpty()) {
            throw new NotNow(faults.text(caller, "privacy.away", away));
        }
    }

    /** The record types of which there may be records that nobody can read now, in one line; empty for none. */
    String away() {
        Sql known = Sql.of("select RECORD_TYPE from CORE_TYPE order by RECORD_TYPE");
        return database.read(connection -> known.query(connection, row -> row.getString(1))).stream()
                .filter(type -> types.find(type).isEmpty())
                .collect(Collectors.joining(", "));
    }

    private void collect(
            Caller caller, Reach reach, Query first, Pointer pointer, Reference target, Set<Reference> into) {
        records.pages(EYES, first).forEach(page -> {
            for (RecordData record : page.items()) {
                Reference found = Reference.to(record.type(), record.id());
                if (Pointer.holds(record.get(pointer.field().name()), target)
                        && !reach.persons().contains(found)) {
                    into.add(found);
                }
            }
            requireFew(caller, reach);
        });
    }

    private void add(Caller caller, Reach reach, Set<Reference> found) {
        found.forEach(one -> (isLiving(one) ? reach.kept() : reach.gone()).add(one));
        requireFew(caller, reach);
    }

    private void requireFew(Caller caller, Reach reach) {
        if (reach.size() > PersonalData.MOST) {
            throw new NotNow(faults.text(caller, "privacy.tooMany", PersonalData.MOST));
        }
    }

    private boolean isLiving(Reference one) {
        Query query = Query.of(one.type())
                .where(Rsql.equal("id", one.id()))
                .reading("id")
                .limitedTo(1);
        return !records.list(EYES, query).items().isEmpty();
    }

    /** The person's records, the one that was asked for first. */
    private Set<Reference> persons(Reference person) {
        Set<Reference> found = new LinkedHashSet<>();
        Deque<Reference> open = new ArrayDeque<>();
        open.add(Reference.to(person.type(), person.id()));
        while (!open.isEmpty()) {
            Reference one = open.remove();
            Map<String, Object> values = records.stored(one.type(), one.id());
            if (values != null && found.add(one)) {
                open.addAll(mergedInto(one));
                open.addAll(same(one, values, FieldKind.EMAIL));
            }
        }
        return found;
    }

    private List<Reference> mergedInto(Reference one) {
        return database.read(connection -> merges.into(connection, one));
    }

    private Set<Reference> alike(Set<Reference> persons) {
        Set<Reference> alike = new LinkedHashSet<>();
        for (Reference one : persons) {
            alike.addAll(same(one, records.stored(one.type(), one.id()), FieldKind.PHONE));
        }
        alike.removeAll(persons);
        return alike;
    }

    /** Records of people with the same name, and the same value in a field of this kind. */
    private List<Reference> same(Reference one, Map<String, Object> values, FieldKind kind) {
        RecordType type = types.get(one.type());
        Object name = values.get(type.labelField());
        List<Object> known = values(type, values, kind);
        List<Reference> same = new ArrayList<>();
        for (RecordType other : types.all()) {
            List<String> signs = signs(other, kind, known);
            if (other.isPerson() && name != null && !signs.isEmpty()) {
                Query query = Query.of(other.name())
                        .where(Rsql.equal(other.labelField(), name) + ";(" + String.join(",", signs) + ')')
                        .reading("id")
                        .limitedTo(Query.MAX_LIMIT);
                for (Query each : List.of(query, query.inTrash())) {
                    records.list(EYES, each).items().forEach(found -> same.add(Reference.to(found.type(), found.id())));
                }
            }
        }
        return same;
    }

    private static List<String> signs(RecordType type, FieldKind kind, List<Object> values) {
        return type.fields().stream()
                .filter(field -> field.kind() == kind)
                .flatMap(field -> values.stream().map(value -> Rsql.equal(field.name(), value)))
                .toList();
    }

    private static List<Object> values(RecordType type, Map<String, Object> values, FieldKind kind) {
        return type.fields().stream()
                .filter(field -> field.kind() == kind && values.get(field.name()) != null)
                .map(field -> values.get(field.name()))
                .toList();
    }
}
