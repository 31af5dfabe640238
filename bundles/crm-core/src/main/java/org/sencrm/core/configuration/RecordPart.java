package org.sencrm.core.configuration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationItem.TakeBack;
import org.sencrm.api.configuration.ConfigurationPart;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.type.SystemFields;

/** A part whose items are records. Records that have the same key are counted in the order in which they were made. */
public abstract class RecordPart implements ConfigurationPart {

    private final Records records;
    private final RecordTypes types;
    private final Faults faults;
    private final String type;
    private final List<String> names;
    private final List<String> fields;
    private final List<String> offered;

    /**
     * @param type of the records
     * @param names fields that tell a record from others, all of them texts; the key is made of them
     * @param fields that travel
     * @param offered those of them whose choices come from modules, so that they may not be there
     */
    protected RecordPart(
            Records records,
            RecordTypes types,
            Faults faults,
            String type,
            List<String> names,
            List<String> fields,
            List<String> offered) {
        this.records = records;
        this.types = types;
        this.faults = faults;
        this.type = type;
        this.names = names;
        this.fields = fields;
        this.offered = offered;
    }

    /** Which records are items, RSQL; all unless said otherwise. */
    protected String filter() {
        return "";
    }

    /** The record as it was when an installation began with it; empty for one that somebody made. */
    protected Map<String, Object> declared(Caller caller, RecordData record) {
        return Map.of();
    }

    /** The values of a record as they travel. */
    protected Map<String, Object> written(Caller caller, RecordData record) {
        Map<String, Object> value = new LinkedHashMap<>();
        fields.forEach(field -> value.put(field, record.get(field)));
        return value;
    }

    /** What is stored of a value that travelled. */
    protected Map<String, Object> read(Caller caller, Map<String, Object> value) {
        return value;
    }

    @Override
    public final List<ConfigurationItem> items(Caller caller) {
        List<ConfigurationItem> items = new ArrayList<>();
        byKey(caller, filter()).forEach((key, record) -> {
            Instant at = (Instant) record.get(SystemFields.UPDATED_AT);
            items.add(new ConfigurationItem(
                    key,
                    written(caller, record),
                    declared(caller, record),
                    at,
                    record.reference(SystemFields.UPDATED_BY),
                    TakeBack.UNDOABLE,
                    Reference.to(type, record.id())));
        });
        return items;
    }

    private Map<String, RecordData> byKey(Caller caller, String filter) {
        Map<String, RecordData> byKey = new LinkedHashMap<>();
        List<String> read = new ArrayList<>(fields);
        read.addAll(List.of(SystemFields.UPDATED_AT, SystemFields.UPDATED_BY, SystemFields.SOURCE));
        Query query =
                Query.of(type).where(filter).sortedBy(SystemFields.CREATED_AT).reading(read);
        records.all(caller, query).forEach(record -> byKey.put(Namesakes.free(name(record::get), byKey), record));
        return byKey;
    }

    private String name(Function<String, Object> values) {
        return names.stream().map(values).map(String::valueOf).collect(Collectors.joining("/"));
    }

    /** The record of this key, looked for among its namesakes only; null where it is not there. */
    protected final RecordData find(Caller caller, String key, Map<String, Object> value) {
        Stream<String> alike = names.stream().map(name -> Rsql.equal(name, value.get(name)));
        String filter = Stream.concat(Stream.of(filter()), alike)
                .filter(term -> !term.isEmpty())
                .collect(Collectors.joining(";"));
        return byKey(caller, filter).get(key);
    }

    @Override
    public Optional<String> refusal(Caller caller, String key, Map<String, Object> value) {
        boolean named = names.stream().allMatch(name -> value.get(name) instanceof String);
        if (!named || !Namesakes.mayHave(name(value::get), key)) {
            return Optional.of(faults.text(caller, "configuration.otherName", key));
        }
        for (String field : offered) {
            Object given = value.get(field);
            Collection<?> codes =
                    given instanceof Collection<?> several ? several : given == null ? List.of() : List.of(given);
            List<String> known = types.choices(type, field, caller.locale()).stream()
                    .map(Choice::code)
                    .toList();
            Optional<?> unknown =
                    codes.stream().filter(code -> !known.contains(code)).findFirst();
            if (unknown.isPresent()) {
                return Optional.of(faults.text(caller, "configuration.notOffered", unknown.get()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void put(Caller caller, String key, Map<String, Object> value) {
        RecordData there = find(caller, key, value);
        Map<String, Object> stored = read(caller, value);
        if (there == null) {
            create(caller, stored);
        } else {
            change(caller, there, stored);
        }
    }

    protected final RecordData create(Caller caller, Map<String, Object> values) {
        return records.create(caller, type, values);
    }

    protected final void change(Caller caller, RecordData there, Map<String, Object> values) {
        records.update(caller, type, there.id(), there.version(), values);
    }

    @Override
    public final void takeBack(Caller caller, String key) {
        RecordData there = byKey(caller, filter()).get(key);
        if (there == null) {
            throw faults.noRecord(caller);
        }
        Map<String, Object> declared = declared(caller, there);
        if (declared.isEmpty()) {
            records.delete(caller, type, there.id(), there.version());
        } else {
            change(caller, there, read(caller, declared));
        }
    }

    /** Out of the trash, so that whatever points to the record is whole again. */
    @Override
    public final void putBack(Caller caller, ConfigurationItem item) {
        if (item.record() != null && isInTrash(caller, item.record().id())) {
            records.restore(caller, type, item.record().id());
        }
        put(caller, item.key(), item.value());
    }

    private boolean isInTrash(Caller caller, long id) {
        return records.count(
                        caller,
                        Query.of(type).where(Rsql.equal(SystemFields.ID, id)).inTrash())
                > 0;
    }
}
