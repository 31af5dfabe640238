package org.sencrm.transfer.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.search.Folding;
import org.sencrm.transfer.mapping.EditDistance;

/**
 * Finds the records that a file means by a name: by label as written, by label without regard to case and accents, by
 * external id (users also by user name and e-mail), by id. Sees what the caller sees, but that everybody may mean a user by
 * a name that they are not shown. Small types are read once, of large
 * ones what is asked for, many names at a time; what is known is bounded. Not thread safe.
 */
final class ReferenceFinder {

    /** Up to this many records, a type is read as a whole. */
    private static final int SMALL = 2_000;

    private static final int MOST_KNOWN = 50_000;
    private static final int NEAR = 50;
    private static final String USERS = "users";
    private static final List<String> OTHER_NAMES = List.of("externalId", "userName", "email");

    private final Records records;
    private final RecordTypes types;
    private final Access access;
    private final Caller caller;
    /** Types of which the import itself makes records: what is not there now may be there after the next row. */
    private final Set<String> growing;

    private final Map<String, KnownType> known = new HashMap<>();

    ReferenceFinder(Records records, RecordTypes types, Access access, Caller caller, Set<String> growing) {
        this.access = access;
        this.records = records;
        this.types = types;
        this.caller = caller;
        this.growing = growing;
    }

    /** Looks many names up at once, so that {@link #find} has them at hand. */
    void prefetch(String type, Collection<String> names) {
        knownType(type).lookUp(names);
    }

    /** Ids of the records that go by this name: one where it is clear, several where it is not, none. */
    Set<Long> find(String type, String name) {
        return knownType(type).find(name);
    }

    /** A record that was made just now. */
    void add(RecordData record) {
        if (known.containsKey(record.type())) {
            known.get(record.type()).index.add(record);
        }
    }

    /** What was made since may not be there any more: the transaction was undone. */
    void forgetGrowing() {
        growing.forEach(known::remove);
    }

    /** The labels of these records in this order; shorter where one is not there. */
    List<String> labels(String type, List<Long> ids) {
        RecordType described = types.get(type);
        Query query = Query.of(type)
                .where(Rsql.in("id", ids))
                .reading(described.labelField())
                .limitedTo(Query.MAX_LIMIT);
        Map<Long, String> byId = new HashMap<>();
        records.list(caller, query)
                .items()
                .forEach(record -> byId.put(record.id(), String.valueOf(record.text(described.labelField()))));
        return ids.stream().filter(byId::containsKey).map(byId::get).toList();
    }

    /** The label that is nearest to the text; null where none is near. */
    String nearest(String type, String text) {
        KnownType target = knownType(type);
        if (target.whole) {
            return EditDistance.nearest(text, target.index.labels());
        }
        String start = Stream.of(Folding.fold(text).split(" ")).findFirst().orElse("");
        List<String> candidates = target
                .read(Query.of(type)
                        .matching(start.length() > 3 ? start.substring(0, 3) : start)
                        .limitedTo(NEAR))
                .stream()
                .map(record -> record.text(target.labelField))
                .filter(Objects::nonNull)
                .toList();
        return EditDistance.nearest(text, candidates);
    }

    private KnownType knownType(String type) {
        return known.computeIfAbsent(type, name -> new KnownType(types.get(name)));
    }

    private final class KnownType {

        private final RecordType type;
        private final String labelField;
        /** Who looks. Of users, whom everybody here may know, no more than an id and the label gets out of here. */
        private final Caller reader;
        /** Fields that name a record and that the caller may read or mean, the label first. */
        private final List<String> names;

        private final NameIndex index;
        private final Set<String> asked = new HashSet<>();
        private final boolean whole;

        KnownType(RecordType type) {
            this.type = type;
            this.labelField = type.labelField();
            Set<String> hidden = access.hiddenFields(caller, type.name());
            boolean readable = access.may(caller, Right.READ, type.name());
            boolean people = readable && USERS.equals(type.name()) && !access.isOutside(caller);
            this.reader = people ? Caller.system() : caller;
            this.names = Stream.concat(Stream.of(labelField), OTHER_NAMES.stream())
                    .filter(name -> type.field(name).isPresent()
                            && (!hidden.contains(name) || people && OTHER_NAMES.contains(name)))
                    .distinct()
                    .toList();
            this.index = new NameIndex(labelField, names);
            this.whole = !readable || isSmall();
            if (readable && whole) {
                readAll(Query.of(type.name()));
            }
        }

        private boolean isSmall() {
            return !growing.contains(type.name()) && records.count(reader, Query.of(type.name())) <= SMALL;
        }

        Set<Long> find(String name) {
            Set<Long> hits = index.find(name);
            if (hits.isEmpty() && !whole && (growing.contains(type.name()) || !asked.contains(name))) {
                asked.remove(name);
                lookUp(List.of(name));
                hits = index.find(name);
            }
            return hits;
        }

        /** A label goes before all else, so each way of naming is tried only for what the ones before left open. */
        void lookUp(Collection<String> names) {
            if (whole) {
                return;
            }
            if (index.size() > MOST_KNOWN || asked.size() > MOST_KNOWN) {
                index.clear();
                asked.clear();
            }
            List<String> open = new ArrayList<>();
            for (String name : names) {
                if (asked.add(name)) {
                    open.add(name);
                }
            }
            for (String field : this.names) {
                readIn(field, missing(open));
            }
            readIn("id", missing(open).stream().filter(NameIndex::isId).toList());
            if (this.names.contains(labelField)) {
                missing(open).forEach(this::search);
            }
        }

        private void search(String name) {
            read(Query.of(type.name()).matching(name).limitedTo(NEAR)).stream()
                    .filter(record -> Folding.fold(record.text(labelField)).equals(Folding.fold(name)))
                    .forEach(index::add);
        }

        private List<String> missing(List<String> names) {
            return names.stream().filter(name -> index.find(name).isEmpty()).toList();
        }

        private void readIn(String field, List<String> values) {
            for (List<String> some : Batches.of(values)) {
                readAll(Query.of(type.name()).where(Rsql.in(field, some)));
            }
        }

        private void readAll(Query query) {
            records.all(reader, reading(query)).forEach(index::add);
        }

        /** The best of what the query finds. */
        private List<RecordData> read(Query query) {
            return records.list(reader, reading(query)).items();
        }

        private Query reading(Query query) {
            return query.reading(names.isEmpty() ? List.of("id") : names);
        }
    }
}
