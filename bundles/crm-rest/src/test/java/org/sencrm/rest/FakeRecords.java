package org.sencrm.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.DatabaseAway;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.api.search.Folding;

/** Records in a map. Understands filters of the form {@code field==value} with stars and {@code id=in=(…)}, joined by ; or ,. */
final class FakeRecords implements Records {

    private static final Pattern CONDITION = Pattern.compile("([A-Za-z]+)==\"?([^\";,)]*)\"?");
    private static final Pattern IDS = Pattern.compile("id=in=\\((.*)\\)");

    private final FakeCrm crm;
    private final TreeMap<Long, RecordData> stored = new TreeMap<>();
    private final TreeMap<Long, RecordData> trash = new TreeMap<>();
    private final Map<String, Long> keys = new HashMap<>();
    private long nextId = 1000;

    FakeRecords(FakeCrm crm) {
        this.crm = crm;
    }

    RecordData put(String type, Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("owner", FakeCrm.ANNA_REFERENCE);
        all.put("createdAt", Instant.parse("2026-05-04T03:02:01Z"));
        RecordData record = new RecordData(type, nextId++, 1, all);
        stored.put(record.id(), record);
        return record;
    }

    @Override
    public Page list(Caller caller, Query query) {
        List<RecordData> found = matching(query);
        int from = query.cursor() == null ? 0 : Integer.parseInt(query.cursor());
        int to = Math.min(found.size(), from + query.limit());
        return new Page(found.subList(from, to), to < found.size() ? Integer.toString(to) : null);
    }

    @Override
    public Page list(Caller caller, Right right, Query query) {
        if (crm.denied.contains(right)) {
            throw new Forbidden("You may not do this");
        }
        return list(caller, query);
    }

    private List<RecordData> matching(Query query) {
        crm.types().get(query.type());
        for (String field : query.fields()) {
            known(query.type(), field);
        }
        return (query.trashed() ? trash : stored)
                .descendingMap().values().stream()
                        .filter(record -> record.type().equals(query.type()))
                        .filter(record -> matches(record, query.filter()))
                        .map(record -> reading(record, query.fields()))
                        .toList();
    }

    private static RecordData reading(RecordData record, List<String> fields) {
        if (fields.isEmpty()) {
            return record;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field, "id".equals(field) ? record.id() : record.get(field)));
        return new RecordData(record.type(), record.id(), record.version(), values);
    }

    private boolean matches(RecordData record, String filter) {
        if (filter.isEmpty()) {
            return true;
        }
        Matcher ids = IDS.matcher(filter);
        if (ids.matches()) {
            return ids.group(1).contains('"' + Long.toString(record.id()) + '"');
        }
        for (String condition : filter.split(",")) {
            Matcher matcher = CONDITION.matcher(condition);
            if (!matcher.matches()) {
                throw new InvalidRequest("Broken filter");
            }
            known(record.type(), matcher.group(1));
            String pattern = Pattern.quote(matcher.group(2)).replace("*", "\\E.*\\Q");
            if (text(record, matcher.group(1)).matches(pattern)) {
                return true;
            }
        }
        return false;
    }

    /** What an index finds that forgives a wrong letter: everything that begins alike. */
    List<RecordData> named(String name) {
        return stored.values().stream()
                .filter(record -> record.get("name") != null)
                .filter(record -> Folding.fold(record.text("name"))
                        .startsWith(Folding.fold(name).substring(0, 1)))
                .toList();
    }

    private static String text(RecordData record, String field) {
        Object value = "id".equals(field) ? record.id() : record.get(field);
        return value instanceof Reference reference ? Long.toString(reference.id()) : String.valueOf(value);
    }

    private void known(String type, String field) {
        if (crm.types().get(type).field(field).isEmpty()) {
            throw new InvalidRequest("Unknown field " + field);
        }
    }

    @Override
    public long count(Caller caller, Query query) {
        return matching(query).size();
    }

    @Override
    public RecordData get(Caller caller, String type, long id) {
        crm.types().get(type);
        RecordData record = stored.get(id);
        if (record == null || !record.type().equals(type)) {
            throw new NotFound("No such record");
        }
        return record;
    }

    @Override
    public Optional<Summary> companyTotals(Caller caller, String type, String group, List<String> measures) {
        Summary.Totals totals = new Summary.Totals(9, Map.of(), Map.of());
        return group == null
                ? Optional.empty()
                : Optional.of(new Summary(List.of(new Summary.Group(Summary.OTHERS, "Others", totals)), totals));
    }

    @Override
    public Summary summarize(Caller caller, SummaryQuery query) {
        Map<String, Object> sums = new LinkedHashMap<>();
        sums.put("count", 2L);
        sums.put("sum:amount", new Money(new BigDecimal("12.5"), "USD"));
        Summary.Totals totals =
                new Summary.Totals(2, sums, Map.of("sum:amount", List.of(new Money(new BigDecimal("700"), "EUR"))));
        return new Summary(
                List.of(new Summary.Group("Won", "Won", totals)),
                totals,
                query.limit() < 2,
                Map.of("sum:amount", List.of("closedOn", "createdAt")));
    }

    @Override
    public RecordData create(Caller caller, String type, Map<String, ?> values) {
        crm.types().get(type);
        if (values.get("name") == null) {
            throw new InvalidRecord("Not valid", List.of(new FieldError("name", "required", "Name is missing")));
        }
        return put(type, values);
    }

    @Override
    public RecordData update(Caller caller, String type, long id, long version, Map<String, ?> patch) {
        RecordData seen = get(caller, type, id);
        if (seen.version() != version) {
            Conflict.Changed changed = new Conflict.Changed(
                    "name",
                    patch.get("name"),
                    seen.get("name"),
                    FakeCrm.ANNA_REFERENCE,
                    Instant.parse("2026-05-04T03:02:01Z"));
            throw new Conflict("Changed meanwhile", seen.version(), List.of(changed));
        }
        if ("unavailable".equals(patch.get("name"))) {
            throw new DatabaseAway();
        }
        if ("boom".equals(patch.get("name"))) {
            throw new IllegalStateException("SELECT * FROM secret_table");
        }
        Map<String, Object> values = new LinkedHashMap<>(seen.values());
        values.putAll(patch);
        RecordData saved = new RecordData(type, id, version + 1, values);
        stored.put(id, saved);
        return saved;
    }

    @Override
    public void delete(Caller caller, String type, long id, long version) {
        update(caller, type, id, version, Map.of());
        trash.put(id, stored.remove(id));
    }

    @Override
    public RecordData restore(Caller caller, String type, long id) {
        RecordData record = trash.remove(id);
        if (record == null) {
            throw new NotFound("Not in the trash");
        }
        stored.put(id, record);
        return record;
    }

    @Override
    public void purge(Caller caller, String type, long id, long version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object act(Caller caller, String type, long id, String action, Map<String, Object> input) {
        RecordData record = get(caller, type, id);
        return switch (action) {
            case "convert" -> Map.of("account", new Reference("accounts", 5, "Sen"), "input", input);
            case "touch" -> record;
            case "nothing" -> null;
            default -> throw new NotFound("No such action");
        };
    }

    @Override
    public List<String> actions(Caller caller, String type, long id) {
        return List.of("convert");
    }

    @Override
    public List<Change> history(Caller caller, String type, long id, int limit, long before) {
        RecordData record = get(caller, type, id);
        Change change = new Change(
                99,
                Instant.parse("2026-05-04T03:02:01Z"),
                FakeCrm.ANNA_REFERENCE,
                "rest",
                0,
                Reference.to(type, id),
                Change.Kind.UPDATED,
                record.version(),
                List.of(new Change.FieldChange("name", "Old", "New")));
        return before == 0 ? List.of(change) : List.of();
    }

    @Override
    public RecordData createOnce(Caller caller, String type, Map<String, ?> values, String key) {
        Long id = keys.get(key);
        if (id == null) {
            RecordData created = create(caller, type, values);
            keys.put(key, created.id());
            return created;
        }
        RecordData created = get(caller, type, id);
        if (!created.values().entrySet().containsAll(values.entrySet())) {
            throw new InvalidRecord(
                    "Not valid", List.of(new FieldError(null, "idempotencyKey", "The key was used before")));
        }
        return created;
    }

    @Override
    public List<TimelineEntry> timeline(Caller caller, String type, long id, int limit, Instant before) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (Change change : history(caller, type, id, limit, 0)) {
            entries.add(
                    new TimelineEntry(change.at(), "updated", null, null, false, change.by(), change.record(), change));
        }
        return entries;
    }

    @Override
    public Reverted revert(Caller caller, long job, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RecordData byExternalId(Caller caller, String type, String externalId) {
        return null;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
