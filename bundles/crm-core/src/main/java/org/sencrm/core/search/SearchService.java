package org.sencrm.core.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.search.Folding;
import org.sencrm.api.search.Search;
import org.sencrm.api.search.SearchIndex;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/**
 * Search over all types. The index knows nothing of access: whatever it finds is read again through the gate, and where a
 * caller may not read all searchable fields of a type, a hit must show in those that the caller may read.
 */
@Component(service = Search.class)
public final class SearchService implements Search {

    private static final int MOST = 100;
    private static final int DEEPEST = 2_000;
    private static final int DETAILS = 2;

    private final TypeRegistry types;
    private final Gate gate;
    private final Records records;
    private final SearchFeed feed;
    private final Faults faults;

    @Activate
    public SearchService(
            @Reference TypeRegistry types,
            @Reference Gate gate,
            @Reference Records records,
            @Reference SearchFeed feed,
            @Reference Messages messages) {
        this.types = types;
        this.gate = gate;
        this.records = records;
        this.feed = feed;
        this.faults = new Faults(messages);
    }

    @Override
    public List<Hit> find(Caller caller, String text, int limit) {
        if (limit < 1 || limit > MOST) {
            throw faults.badRequest(caller, "fault.limit", MOST);
        }
        List<String> words = words(text);
        Rights rights = gate.rights(caller);
        List<StoredType> readable = types.stored().stream()
                .filter(type -> rights.may(Right.READ, type) && rights.sees(type, type.label()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
        if (words.isEmpty() || readable.isEmpty()) {
            return List.of();
        }
        SearchIndex index = feed.indexOf(readable);
        return index == null
                ? inTables(caller, readable, text, limit)
                : inIndex(caller, rights, index, readable, text, limit);
    }

    /** Asks for more and more hits until enough of them are for the caller. */
    private List<Hit> inIndex(
            Caller caller, Rights rights, SearchIndex index, List<StoredType> readable, String text, int limit) {
        List<String> names = readable.stream().map(StoredType::name).toList();
        for (int depth = limit * 2; ; depth = Math.min(DEEPEST, depth * 4)) {
            List<SearchIndex.Found> found = index.find(names, text, depth);
            List<Hit> hits = visible(caller, rights, found, words(text), limit);
            if (hits.size() == limit || found.size() < depth || depth == DEEPEST) {
                return hits;
            }
        }
    }

    private List<Hit> visible(
            Caller caller, Rights rights, List<SearchIndex.Found> found, List<String> words, int limit) {
        Map<String, Map<Long, RecordData>> read = new LinkedHashMap<>();
        Map<String, List<Long>> byType = found.stream()
                .collect(Collectors.groupingBy(
                        SearchIndex.Found::type, Collectors.mapping(SearchIndex.Found::id, Collectors.toList())));
        byType.forEach((name, ids) ->
                types.stored(name).ifPresent(type -> read.put(name, read(caller, type, fields(rights, type), ids))));
        return found.stream()
                .map(hit -> read.getOrDefault(hit.type(), Map.of()).get(hit.id()))
                .filter(Objects::nonNull)
                .filter(record -> shows(rights, record, words))
                .limit(limit)
                .map(record -> hit(caller, record))
                .toList();
    }

    private Map<Long, RecordData> read(Caller caller, StoredType type, List<String> fields, List<Long> ids) {
        Map<Long, RecordData> found = new LinkedHashMap<>();
        for (int from = 0; from < ids.size(); from += Query.MAX_LIMIT) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + Query.MAX_LIMIT));
            records.list(
                            caller,
                            Query.of(type.name())
                                    .where(Rsql.in("id", some))
                                    .reading(fields)
                                    .limitedTo(Query.MAX_LIMIT))
                    .items()
                    .forEach(record -> found.put(record.id(), record));
        }
        return found;
    }

    /** Without an index: quick search, type by type. */
    private List<Hit> inTables(Caller caller, List<StoredType> readable, String text, int limit) {
        Rights rights = gate.rights(caller);
        List<Hit> hits = new ArrayList<>();
        for (StoredType type : readable) {
            if (hits.size() < limit) {
                Query query = Query.of(type.name())
                        .matching(text)
                        .reading(fields(rights, type))
                        .limitedTo(limit - hits.size());
                records.list(caller, query).items().forEach(record -> hits.add(hit(caller, record)));
            }
        }
        return hits;
    }

    /** What a hit needs: the label, the details, and what is searched where that must be looked at. */
    private static List<String> fields(Rights rights, StoredType type) {
        Set<String> hidden = rights.hidden(type);
        Stream<StoredField> searched = hidden.isEmpty() ? Stream.empty() : type.searchable().stream();
        return Stream.of(Stream.of(type.label()), details(type, hidden), searched)
                .flatMap(fields -> fields)
                .map(StoredField::name)
                .filter(name -> !hidden.contains(name))
                .distinct()
                .toList();
    }

    private static Stream<StoredField> details(StoredType type, Set<String> hidden) {
        return type.fields().stream()
                .filter(field -> field.field().listed() && !type.isLabel(field) && !hidden.contains(field.name()))
                .filter(field -> field.kind().isText()
                        || field.kind() == FieldKind.REFERENCE
                        || field.kind() == FieldKind.CHOICE)
                .limit(DETAILS);
    }

    private boolean shows(Rights rights, RecordData record, List<String> words) {
        StoredType type = types.stored(record.type()).orElse(null);
        if (type == null) {
            return false;
        }
        Set<String> hidden = rights.hidden(type);
        if (type.searchable().stream().map(StoredField::name).noneMatch(hidden::contains)) {
            return true;
        }
        List<String> shown = type.searchTexts(record.values()).stream()
                .flatMap(text -> words(text).stream())
                .toList();
        return words.stream().allMatch(word -> shown.stream().anyMatch(other -> other.startsWith(word)));
    }

    private Hit hit(Caller caller, RecordData record) {
        StoredType type = types.stored(record.type()).orElse(null);
        if (type == null) {
            return new Hit(new org.sencrm.api.record.Reference(record.type(), record.id(), null), "");
        }
        Set<String> hidden = gate.rights(caller).hidden(type);
        String detail = details(type, hidden)
                .map(field -> text(caller, type, field, record.get(field.name())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        String label = record.text(type.label().name());
        return new Hit(new org.sencrm.api.record.Reference(record.type(), record.id(), label), detail);
    }

    private String text(Caller caller, StoredType type, StoredField field, Object value) {
        if (value instanceof org.sencrm.api.record.Reference reference) {
            return Objects.toString(reference.label(), "");
        }
        if (field.kind() == FieldKind.CHOICE) {
            return types.choices(type.name(), field.name(), caller.locale()).stream()
                    .filter(choice -> choice.code().equals(value))
                    .map(Choice::label)
                    .findFirst()
                    .orElse("");
        }
        return Objects.toString(value, "");
    }

    private static List<String> words(String text) {
        return Arrays.stream(Folding.fold(text).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
