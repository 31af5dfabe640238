package org.sencrm.core.duplicate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.duplicate.Candidate;
import org.sencrm.api.duplicate.Duplicates;
import org.sencrm.api.duplicate.Side;
import org.sencrm.api.duplicate.Unmerged;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.search.Search;
import org.sencrm.api.text.Messages;
import org.sencrm.core.access.RecordShares;
import org.sencrm.core.duplicate.MergeTable.Merged;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.record.RecordService;
import org.sencrm.core.record.TakeBack;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;

/** The service. A merge is a job of its own in the change log, which is how it is taken back. */
@Component(service = Duplicates.class)
public final class DuplicateService implements Duplicates {

    private final RecordService records;
    private final RecordTypes types;
    private final Access access;
    private final Search search;
    private final RecordShares shares;
    private final MergeTable merges;
    private final Faults faults;

    @Activate
    public DuplicateService(
            @Reference Database database,
            @Reference RecordService records,
            @Reference RecordTypes types,
            @Reference Access access,
            @Reference Search search,
            @Reference RecordShares shares,
            @Reference Messages messages) {
        this.shares = shares;
        this.records = records;
        this.types = types;
        this.access = access;
        this.search = search;
        this.merges = new MergeTable(database);
        this.faults = new Faults(messages);
    }

    @Override
    public List<String> comparedFields(Caller caller, String type) {
        return List.copyOf(comparable(caller, readable(caller, type)).keySet());
    }

    @Override
    public List<Candidate> find(Caller caller, String typeName, Map<String, String> values) {
        RecordType type = readable(caller, typeName);
        Map<String, Sameness> comparable = comparable(caller, type);
        String known = String.join(", ", comparable.keySet());
        Map<String, String> asked = new LinkedHashMap<>(values);
        for (String name : asked.keySet()) {
            if (!comparable.containsKey(name)) {
                throw faults.badRequest(caller, "duplicate.notComparable", name, known);
            }
        }
        asked.values().removeIf(value -> value == null || value.isBlank());
        if (asked.isEmpty()) {
            throw faults.badRequest(caller, "duplicate.nothingToCompare", known);
        }
        return find(caller, type, comparable, asked, 0);
    }

    @Override
    public List<Candidate> ofRecord(Caller caller, String typeName, long id) {
        RecordType type = readable(caller, typeName);
        RecordData record = records.get(caller, typeName, id);
        Map<String, Sameness> comparable = comparable(caller, type);
        Map<String, String> asked = new LinkedHashMap<>();
        for (String field : comparable.keySet()) {
            String value = record.text(field);
            if (value != null && !value.isBlank()) {
                asked.put(field, value);
            }
        }
        return asked.isEmpty() ? List.of() : find(caller, type, comparable, asked, id);
    }

    private List<Candidate> find(
            Caller caller, RecordType type, Map<String, Sameness> comparable, Map<String, String> asked, long itself) {
        Map<String, Sameness> compared = new LinkedHashMap<>(comparable);
        compared.keySet().retainAll(asked.keySet());
        boolean named = !access.hiddenFields(caller, type.name()).contains(type.labelField());
        List<String> shown = named ? List.of(type.labelField()) : List.of();
        return new DuplicateSearch(records, search, type.name(), shown, compared).find(caller, asked, itself);
    }

    @Override
    public RecordData merge(Caller caller, String typeName, long staying, long going, Map<String, Side> choices) {
        RecordType type = readable(caller, typeName);
        List<Field> fields = visible(caller, type).stream()
                .filter(field -> !field.readOnly())
                .toList();
        for (String name : choices.keySet()) {
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                throw faults.badRequest(caller, "duplicate.field", name);
            }
        }
        if (staying == going) {
            throw faults.badRequest(caller, "duplicate.withItself");
        }
        long job = Ids.next();
        Caller merging = caller.inJob(job, caller.through());
        ReferenceMove move = new ReferenceMove(records, types, access, faults, merging);
        Merge merge = new Merge(records, move, shares, merging, fields, choices);
        return records.inTransaction(() -> {
            records.get(caller, typeName, staying);
            requireUpdate(caller, typeName, staying);
            // first, as what moves asks whether there is a merge that moves it
            merges.add(new Merged(job, typeName, staying, going));
            return merge.run(typeName, staying, going);
        });
    }

    @Override
    public boolean isMerged(Caller caller, String typeName, long id) {
        if (!access.may(caller, Right.READ, typeName)) {
            return false;
        }
        boolean seen = isThere(caller, typeName, id, false) || isThere(caller, typeName, id, true);
        Merged merged = seen ? merges.newest(typeName, id) : null;
        return merged != null
                && (isThere(Caller.system(), typeName, merged.going(), true)
                        || isThere(Caller.system(), typeName, merged.going(), false));
    }

    @Override
    public Unmerged unmerge(Caller caller, String typeName, long id) {
        readable(caller, typeName);
        return records.inTransaction(() -> {
            if (!isThere(caller, typeName, id, false) && !isThere(caller, typeName, id, true)) {
                throw faults.noRecord(caller);
            }
            Merged merged = merges.newest(typeName, id);
            boolean back = merged != null && isThere(Caller.system(), typeName, merged.going(), false);
            if (merged == null || !back && !isThere(Caller.system(), typeName, merged.going(), true)) {
                throw new NotNow(faults.text(caller, "duplicate.notMerged"));
            }
            return unmerge(caller, merged);
        });
    }

    private Unmerged unmerge(Caller caller, Merged merged) {
        boolean staying = isThere(Caller.system(), merged.type(), merged.staying(), false);
        if (staying) {
            requireUpdate(caller, merged.type(), merged.staying());
        }
        if (!merges.remove(merged)) {
            throw new NotNow(faults.text(caller, "duplicate.notMerged"));
        }
        List<TakeBack.Outcome> outcomes = records.revertWhole(caller, merged.job());
        return new Unmerged(
                staying ? records.get(caller, merged.type(), merged.staying()) : null,
                records.get(caller, merged.type(), merged.going()),
                new KeptWords(records, types, access, caller).of(outcomes));
    }

    private void requireUpdate(Caller caller, String type, long id) {
        if (!access.mayUpdate(caller, type, id)) {
            throw faults.forbidden(caller);
        }
    }

    private boolean isThere(Caller caller, String type, long id, boolean trashed) {
        Query query = Query.of(type).where(Rsql.equal("id", id)).reading("id").limitedTo(1);
        return !records.list(caller, trashed ? query.inTrash() : query).items().isEmpty();
    }

    private RecordType readable(Caller caller, String type) {
        if (!access.may(caller, Right.READ, type)) {
            throw faults.noType(caller);
        }
        return types.get(type);
    }

    private List<Field> visible(Caller caller, RecordType type) {
        Set<String> hidden = access.hiddenFields(caller, type.name());
        List<Field> visible = new ArrayList<>(type.fields());
        visible.removeIf(field -> hidden.contains(field.name()));
        return visible;
    }

    private Map<String, Sameness> comparable(Caller caller, RecordType type) {
        Map<String, Sameness> comparable = new LinkedHashMap<>();
        for (Field field : visible(caller, type)) {
            Sameness sameness = Sameness.of(type, field);
            if (sameness != null) {
                comparable.put(field.name(), sameness);
            }
        }
        return comparable;
    }
}
