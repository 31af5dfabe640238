package org.sencrm.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.api.record.TimelineEntry;

/** Records in memory that understand equality filters. */
final class FakeRecords implements Records {

    private static final Pattern CONDITION = Pattern.compile("(\\w+)==\"?([^\";)]*)\"?");

    private final Map<String, Map<Long, RecordData>> byType = new LinkedHashMap<>();
    private long lastId = 1000;
    private int lists;
    private Reference outOfReach;

    /** Makes a type known without any record. */
    FakeRecords type(String type) {
        byType.putIfAbsent(type, new LinkedHashMap<>());
        return this;
    }

    RecordData add(String type, Map<String, ?> values) {
        return type(type).create(Caller.system(), type, values);
    }

    /** Nobody but the product itself may make anything that belongs to this user. */
    void refuseToOwn(Reference owner) {
        outOfReach = owner;
    }

    /** How often a list was read. */
    int lists() {
        return lists;
    }

    List<RecordData> all(String type) {
        return List.copyOf(of(type).values());
    }

    @Override
    public Page list(Caller caller, Right right, Query query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page list(Caller caller, Query query) {
        lists++;
        List<RecordData> found = of(query.type()).values().stream()
                .filter(record -> matches(record, query.filter()))
                .limit(query.limit())
                .toList();
        return new Page(found, null);
    }

    private static boolean matches(RecordData record, String filter) {
        Matcher condition = CONDITION.matcher(filter);
        boolean all = true;
        while (condition.find()) {
            Object value = record.get(condition.group(1));
            String text = value instanceof Reference reference ? Long.toString(reference.id()) : String.valueOf(value);
            all &= text.equals(condition.group(2));
        }
        return all;
    }

    private Map<Long, RecordData> of(String type) {
        Map<Long, RecordData> records = byType.get(type);
        if (records == null) {
            throw new NotFound(type);
        }
        return records;
    }

    @Override
    public RecordData get(Caller caller, String type, long id) {
        RecordData found = of(type).get(id);
        if (found == null) {
            throw new NotFound(type);
        }
        return found;
    }

    @Override
    public RecordData create(Caller caller, String type, Map<String, ?> values) {
        if (outOfReach != null && outOfReach.equals(values.get("owner")) && !caller.isSystem()) {
            throw new Forbidden("not yours to give");
        }
        long id = ++lastId;
        RecordData record = new RecordData(type, id, 1, new HashMap<>(values));
        of(type).put(id, record);
        return record;
    }

    @Override
    public RecordData update(Caller caller, String type, long id, long version, Map<String, ?> patch) {
        Map<String, Object> values = new HashMap<>(get(caller, type, id).values());
        values.putAll(patch);
        RecordData record = new RecordData(type, id, version + 1, values);
        of(type).put(id, record);
        return record;
    }

    @Override
    public long count(Caller caller, Query query) {
        return list(caller, query).items().size();
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }

    @Override
    public Summary summarize(Caller caller, SummaryQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Caller caller, String type, long id, long version) {
        of(type).remove(id);
    }

    @Override
    public void purge(Caller caller, String type, long id, long version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RecordData restore(Caller caller, String type, long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object act(Caller caller, String type, long id, String action, Map<String, Object> input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> actions(Caller caller, String type, long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Change> history(Caller caller, String type, long id, int limit, long before) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RecordData createOnce(Caller caller, String type, Map<String, ?> values, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TimelineEntry> timeline(Caller caller, String type, long id, int limit, Instant before) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reverted revert(Caller caller, long job, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RecordData byExternalId(Caller caller, String type, String externalId) {
        throw new UnsupportedOperationException();
    }

    /** The pipeline that an installation begins with, and a second one with the stages Offer and Signed. */
    static FakeRecords withPipelines() {
        FakeRecords records = new FakeRecords().type("opportunities");
        Reference standard = pipeline(records, "Standard sales");
        stage(records, standard, "Prospecting", 10, 1, "open");
        stage(records, standard, "Engaging", 40, 2, "open");
        stage(records, standard, "Won", 100, 3, "won");
        stage(records, standard, "Lost", 0, 4, "lost");
        Reference second = pipeline(records, "Projects");
        stage(records, second, "Offer", 30, 1, "open");
        stage(records, second, "Signed", 100, 2, "won");
        return records;
    }

    private static Reference pipeline(FakeRecords records, String name) {
        RecordData made = records.add("pipelines", Map.of("name", name, "active", true));
        return new Reference("pipelines", made.id(), name);
    }

    static void stage(FakeRecords records, Reference pipeline, String code, int chance, int position, String outcome) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", code);
        values.put("code", code);
        values.put("pipeline", pipeline);
        values.put("probability", BigDecimal.valueOf(chance));
        values.put("position", BigDecimal.valueOf(position));
        values.put("outcome", outcome);
        records.add("stages", values);
    }

    Reference pipeline(String name) {
        return all("pipelines").stream()
                .filter(row -> name.equals(row.text("name")))
                .map(row -> Reference.to("pipelines", row.id()))
                .findFirst()
                .orElseThrow();
    }
}
