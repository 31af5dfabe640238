package org.sencrm.core.configuration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationItem.TakeBack;
import org.sencrm.api.configuration.ConfigurationPart;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.type.SystemFields;

/** A part whose items are records. Records that have the same key are counted in the order in which they were made. */
public abstract class RecordPart implements ConfigurationPart {

    private final Records records;
    private final RecordTypes types;
    private final Faults faults;
    private final String type;
    private final List<String> fields;
    private final List<String> offered;

    /**
     * @param type of the records
     * @param fields that travel
     * @param offered those of them whose choices come from modules, so that they may not be there
     */
    protected RecordPart(
            Records records, RecordTypes types, Faults faults, String type, List<String> fields, List<String> offered) {
        this.records = records;
        this.types = types;
        this.faults = faults;
        this.type = type;
        this.fields = fields;
        this.offered = offered;
    }

    /** What tells a record from others, made of its values. */
    protected abstract String key(RecordData record);

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
        byKey(caller).forEach((key, record) -> {
            Instant at = (Instant) record.get(SystemFields.UPDATED_AT);
            items.add(new ConfigurationItem(
                    key,
                    written(caller, record),
                    declared(caller, record),
                    at,
                    record.reference(SystemFields.UPDATED_BY),
                    TakeBack.UNDOABLE));
        });
        return items;
    }

    private Map<String, RecordData> byKey(Caller caller) {
        Map<String, RecordData> byKey = new LinkedHashMap<>();
        List<String> read = new ArrayList<>(fields);
        read.addAll(List.of(SystemFields.UPDATED_AT, SystemFields.UPDATED_BY));
        Query query = Query.of(type)
                .where(filter())
                .sortedBy(SystemFields.CREATED_AT)
                .reading(read)
                .limitedTo(Query.MAX_LIMIT);
        do {
            var page = records.list(caller, query);
            page.items().forEach(record -> byKey.put(free(key(record), byKey), record));
            query = query.after(page.next());
        } while (query.cursor() != null);
        return byKey;
    }

    private static String free(String key, Map<String, RecordData> taken) {
        String free = key;
        for (int i = 2; taken.containsKey(free); i++) {
            free = key + " (" + i + ")";
        }
        return free;
    }

    @Override
    public Optional<String> refusal(Caller caller, String key, Map<String, Object> value) {
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

    protected final boolean isThere(Caller caller, String key) {
        return byKey(caller).containsKey(key);
    }

    @Override
    public void put(Caller caller, String key, Map<String, Object> value) {
        RecordData there = byKey(caller).get(key);
        Map<String, Object> stored = read(caller, value);
        if (there == null) {
            records.create(caller, type, stored);
        } else {
            records.update(caller, type, there.id(), there.version(), stored);
        }
    }

    @Override
    public final void takeBack(Caller caller, String key) {
        RecordData there = byKey(caller).get(key);
        if (there == null) {
            throw faults.noRecord(caller);
        }
        Map<String, Object> declared = declared(caller, there);
        if (declared.isEmpty()) {
            records.delete(caller, type, there.id(), there.version());
        } else {
            records.update(caller, type, there.id(), there.version(), read(caller, declared));
        }
    }

    /** Out of the trash, so that whatever points to the record is whole again. */
    @Override
    public final void putBack(Caller caller, ConfigurationItem item) {
        if (item.isAdded()) {
            Query trash = Query.of(type).where(filter()).inTrash().sortedBy("-" + SystemFields.UPDATED_AT);
            records.list(caller, trash.limitedTo(Query.MAX_LIMIT)).items().stream()
                    .filter(record -> Objects.equals(
                            written(caller, record).get(labelField()),
                            item.value().get(labelField())))
                    .findFirst()
                    .ifPresent(record -> records.restore(caller, type, record.id()));
        }
        put(caller, item.key(), item.value());
    }

    private String labelField() {
        return types.get(type).labelField();
    }
}
