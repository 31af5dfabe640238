package org.sencrm.core.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.duplicate.Candidate;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.search.Search;

/**
 * Looks for records of one type that may be the one described, among those that the caller may see. The database and the
 * index bring what comes into question, cheaply and too much; the values themselves decide.
 */
final class DuplicateSearch {

    private static final int MOST_CANDIDATES = 20;
    private static final int MOST_LOOKED_AT = 500;
    private static final int MOST_HITS = 100;

    /** Names below this likeness are different names. */
    private static final double ALIKE = 0.75;

    private static final int ALIKE_WEIGHT = 50;

    private final Records records;
    private final Search search;
    private final String type;
    private final List<String> read;
    private final Map<String, Sameness> compared;

    /**
     * @param shown fields of what is found that are given beside those compared
     * @param compared how each field is compared; the fields that are asked about
     */
    DuplicateSearch(Records records, Search search, String type, List<String> shown, Map<String, Sameness> compared) {
        this.records = records;
        this.search = search;
        this.type = type;
        Set<String> fields = new LinkedHashSet<>(compared.keySet());
        fields.addAll(shown);
        this.read = List.copyOf(fields);
        this.compared = compared;
    }

    /**
     * @param values by field, those that are compared; none is empty
     * @param itself id of the record whose values these are; 0 for none
     */
    List<Candidate> find(Caller caller, Map<String, String> values, long itself) {
        List<Candidate> candidates = new ArrayList<>();
        for (RecordData record : inQuestion(caller, values)) {
            List<Candidate.Reason> reasons = reasons(record, values);
            if (!reasons.isEmpty() && record.id() != itself) {
                candidates.add(new Candidate(record, score(reasons), reasons));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
        return List.copyOf(candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size())));
    }

    /** Independent reasons add up: two that are each right half of the time leave a quarter of doubt. */
    private static int score(List<Candidate.Reason> reasons) {
        double doubt = 1;
        for (Candidate.Reason reason : reasons) {
            doubt *= 1 - reason.weight() / 100.0;
        }
        return (int) Math.round(100 * (1 - doubt));
    }

    private Collection<RecordData> inQuestion(Caller caller, Map<String, String> values) {
        Map<Long, RecordData> found = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            Sameness sameness = compared.get(field);
            if (!sameness.key(value).isEmpty()) {
                String filter = sameness == Sameness.NAME ? alikeByName(caller, value) : sameness.filter(field, value);
                for (RecordData record : list(caller, filter)) {
                    found.put(record.id(), record);
                }
            }
        });
        return found.values();
    }

    private String alikeByName(Caller caller, String name) {
        List<Long> ids = new ArrayList<>();
        for (Search.Hit hit : search.find(caller, name, MOST_HITS)) {
            if (hit.record().type().equals(type)) {
                ids.add(hit.record().id());
            }
        }
        return Rsql.in("id", ids);
    }

    private List<RecordData> list(Caller caller, String filter) {
        Query query = Query.of(type).where(filter).reading(read).limitedTo(MOST_LOOKED_AT);
        return records.list(caller, query).items();
    }

    private List<Candidate.Reason> reasons(RecordData record, Map<String, String> values) {
        List<Candidate.Reason> reasons = new ArrayList<>();
        values.forEach((field, value) -> {
            String stored = record.text(field);
            if (stored != null) {
                Candidate.Reason reason = compare(field, value, stored);
                if (reason != null) {
                    reasons.add(reason);
                }
            }
        });
        reasons.sort(Comparator.comparingInt(Candidate.Reason::weight).reversed());
        return reasons;
    }

    private Candidate.Reason compare(String field, String value, String stored) {
        Sameness sameness = compared.get(field);
        String key = sameness.key(value);
        String storedKey = sameness.key(stored);
        if (!key.isEmpty() && key.equals(storedKey)) {
            return new Candidate.Reason(field, true, sameness.weight());
        }
        if (sameness == Sameness.NAME) {
            double likeness = Likeness.of(key, storedKey);
            if (likeness >= ALIKE) {
                return new Candidate.Reason(field, false, (int) Math.round(ALIKE_WEIGHT * likeness));
            }
        }
        return null;
    }
}
