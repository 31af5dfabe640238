package org.sencrm.rest.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.search.Search;
import org.sencrm.rest.http.Services;

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

    private final Services services;
    private final String type;
    private final String labelField;
    private final Map<String, Sameness> compared;

    /** @param compared how each field is compared; the fields that are asked about */
    DuplicateSearch(Services services, String type, String labelField, Map<String, Sameness> compared) {
        this.services = services;
        this.type = type;
        this.labelField = labelField;
        this.compared = compared;
    }

    /** @param values by field, those that are compared; none is empty */
    List<Candidate> find(Caller caller, Map<String, String> values) {
        List<Candidate> candidates = new ArrayList<>();
        for (RecordData record : inQuestion(caller, values)) {
            List<Candidate.Reason> reasons = reasons(record, values);
            if (!reasons.isEmpty()) {
                candidates.add(Candidate.of(record, reasons));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
        return candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size()));
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
        for (Search.Hit hit : services.search().find(caller, name, MOST_HITS)) {
            if (hit.record().type().equals(type)) {
                ids.add(hit.record().id());
            }
        }
        return Rsql.in("id", ids);
    }

    private List<RecordData> list(Caller caller, String filter) {
        Set<String> fields = new LinkedHashSet<>(compared.keySet());
        fields.add(labelField);
        Query query = Query.of(type).where(filter).reading(List.copyOf(fields)).limitedTo(MOST_LOOKED_AT);
        return services.records().list(caller, query).items();
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
