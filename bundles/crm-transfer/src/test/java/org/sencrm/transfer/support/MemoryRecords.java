package org.sencrm.transfer.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.api.search.Folding;

/** Records in memory, with transactions that cover the tables of {@link LocalSource} as well. */
public final class MemoryRecords implements Records {

    private static final Pattern IN = Pattern.compile("(\\w+)=in=\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Types types;
    private final LocalSource source;
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
    private TreeMap<Long, RecordData> records = new TreeMap<>();
    private List<Logged> log = new ArrayList<>();
    private Set<String> unique = new HashSet<>();
    private long nextId = 700_000_000_000_000_000L;

    /** Called with the values of each record before it is created. */
    public Consumer<Map<String, ?>> beforeCreate = values -> {};

    /** Called before a transaction is committed. */
    public Runnable beforeCommit = () -> {};

    /** For which records a right is granted. */
    public BiPredicate<Right, RecordData> reach = (right, record) -> true;

    public int queries;

    private record Logged(long job, RecordData before, RecordData after) {}

    public MemoryRecords(Types types, LocalSource source) {
        this.types = types;
        this.source = source;
    }

    public synchronized List<RecordData> all(String type) {
        return records.values().stream()
                .filter(record -> record.type().equals(type))
                .toList();
    }

    public RecordData named(String type, String label) {
        return all(type).stream()
                .filter(record -> label.equals(record.text("name")))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Page list(Caller caller, Right right, Query query) {
        Page page = list(caller, query);
        return new Page(
                page.items().stream()
                        .filter(record -> reach.test(right, record))
                        .toList(),
                page.next());
    }

    @Override
    public synchronized Page list(Caller caller, Query query) {
        queries++;
        if (query.filter().length() > 100_000) {
            throw new IllegalStateException("too long a filter");
        }
        RecordType type = types.get(query.type());
        Predicate<RecordData> filter = filter(query.filter());
        List<RecordData> found = records.values().stream()
                .filter(record -> record.type().equals(query.type()))
                .filter(filter)
                .filter(record -> matchesWords(record, type, query.text()))
                .map(record -> read(record, query.fields()))
                .toList();
        int from = query.cursor() == null ? 0 : Integer.parseInt(query.cursor());
        int to = Math.min(found.size(), from + query.limit());
        return new Page(found.subList(from, to), to < found.size() ? String.valueOf(to) : null);
    }

    @Override
    public synchronized long count(Caller caller, Query query) {
        return all(query.type()).size();
    }

    @Override
    public synchronized RecordData get(Caller caller, String type, long id) {
        if (!records.containsKey(id)) {
            throw new NotFound("no such record");
        }
        return read(records.get(id), List.of());
    }

    @Override
    public synchronized RecordData create(Caller caller, String type, Map<String, ?> values) {
        beforeCreate.accept(values);
        RecordType described = types.get(type);
        List<FieldError> errors = new ArrayList<>();
        Map<String, Object> stored = new LinkedHashMap<>();
        for (Field field : described.fields()) {
            Object value = values.get(field.name());
            if (value == null && field.required()) {
                errors.add(new FieldError(field.name(), "required", "needed"));
            }
            if (value != null && field.unique() && isTaken(type, field.name(), value)) {
                errors.add(new FieldError(field.name(), "notUnique", "taken"));
            }
            if (value instanceof Reference reference && !records.containsKey(reference.id())) {
                errors.add(new FieldError(field.name(), "unknownReference", "unknown"));
            }
            stored.put(field.name(), value);
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord("refused", errors);
        }
        long id = nextId++;
        stored.put("id", id);
        stored.put("createdAt", Instant.parse("2026-01-01T00:00:00Z"));
        RecordData made = new RecordData(type, id, 1, stored);
        described.fields().stream()
                .filter(field -> field.unique() && stored.get(field.name()) != null)
                .forEach(field -> unique.add(type + " " + field.name() + " " + stored.get(field.name())));
        records.put(id, made);
        log.add(new Logged(caller.job(), null, made));
        return read(made, List.of());
    }

    @Override
    public synchronized RecordData update(Caller caller, String type, long id, long version, Map<String, ?> patch) {
        RecordData old = records.get(id);
        if (old.version() != version) {
            throw new Conflict("changed", old.version(), List.of());
        }
        Map<String, Object> values = new LinkedHashMap<>(old.values());
        values.putAll(patch);
        if (values.equals(old.values())) {
            return read(old, List.of());
        }
        RecordData changed = new RecordData(type, id, version + 1, values);
        records.put(id, changed);
        log.add(new Logged(caller.job(), old, changed));
        return read(changed, List.of());
    }

    @Override
    public synchronized Reverted revert(Caller caller, long job, int limit) {
        int reverted = 0;
        int kept = 0;
        List<Logged> ofJob = log.stream().filter(entry -> entry.job == job).toList();
        List<Logged> last = ofJob.subList(Math.max(0, ofJob.size() - limit), ofJob.size());
        for (int i = last.size() - 1; i >= 0; i--) {
            Logged entry = last.get(i);
            RecordData now = records.get(entry.after.id());
            if (now == null || now.version() != entry.after.version()) {
                kept++;
            } else if (entry.before == null) {
                records.remove(now.id());
                reverted++;
            } else {
                records.put(now.id(), entry.before);
                reverted++;
            }
        }
        log = new ArrayList<>(log);
        log.removeAll(last);
        return new Reverted(reverted, kept, log.stream().noneMatch(entry -> entry.job == job));
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (inside.get()) {
            return work.get();
        }
        TreeMap<Long, RecordData> recordsBefore;
        List<Logged> logBefore;
        Set<String> uniqueBefore;
        synchronized (this) {
            recordsBefore = new TreeMap<>(records);
            logBefore = new ArrayList<>(log);
            uniqueBefore = new HashSet<>(unique);
        }
        boolean done = false;
        inside.set(true);
        try {
            T result = source.inTransaction(() -> {
                T value = work.get();
                beforeCommit.run();
                return value;
            });
            done = true;
            return result;
        } finally {
            inside.set(false);
            if (!done) {
                synchronized (this) {
                    records = recordsBefore;
                    log = logBefore;
                    unique = uniqueBefore;
                }
            }
        }
    }

    private boolean isTaken(String type, String field, Object value) {
        return unique.contains(type + " " + field + " " + value);
    }

    private static Predicate<RecordData> filter(String filter) {
        if (filter.isEmpty()) {
            return record -> true;
        }
        Matcher in = IN.matcher(filter);
        if (!in.matches()) {
            throw new IllegalArgumentException(filter);
        }
        String field = in.group(1);
        Set<String> wanted = new HashSet<>();
        Matcher quoted = QUOTED.matcher(in.group(2));
        while (quoted.find()) {
            wanted.add(quoted.group(1).replaceAll("\\\\(.)", "$1"));
        }
        return record -> wanted.contains(String.valueOf(field.equals("id") ? record.id() : record.get(field)));
    }

    private static boolean matchesWords(RecordData record, RecordType type, String text) {
        String label = " " + Folding.fold(record.text(type.labelField()));
        for (String word : Folding.fold(text).split(" ")) {
            if (!label.contains(" " + word)) {
                return false;
            }
        }
        return true;
    }

    private RecordData read(RecordData record, List<String> fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        record.values().forEach((name, value) -> {
            if (fields.isEmpty() || fields.contains(name)) {
                values.put(name, labelled(value));
            }
        });
        return new RecordData(record.type(), record.id(), record.version(), values);
    }

    private Object labelled(Object value) {
        if (value instanceof Reference reference) {
            RecordData target = records.get(reference.id());
            return new Reference(reference.type(), reference.id(), target == null ? null : target.text("name"));
        }
        return value instanceof List<?> list
                ? list.stream().map(this::labelled).filter(Objects::nonNull).toList()
                : value;
    }

    @Override
    public Summary summarize(Caller caller, SummaryQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Caller caller, String type, long id, long version) {
        throw new UnsupportedOperationException();
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
    public RecordData byExternalId(Caller caller, String type, String externalId) {
        throw new UnsupportedOperationException();
    }
}
