package org.sencrm.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.duplicate.Candidate;
import org.sencrm.api.duplicate.Duplicates;
import org.sencrm.api.duplicate.Kept;
import org.sencrm.api.duplicate.Side;
import org.sencrm.api.duplicate.Unmerged;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

/** Takes every record for a duplicate, and remembers which merge it was asked for. */
final class FakeDuplicates implements Duplicates {

    private final FakeRecords records;
    final List<Map<String, Side>> merged = new ArrayList<>();

    FakeDuplicates(FakeRecords records) {
        this.records = records;
    }

    @Override
    public List<String> comparedFields(Caller caller, String type) {
        return List.of("name", "phone");
    }

    @Override
    public List<Candidate> find(Caller caller, String type, Map<String, String> values) {
        if (!comparedFields(caller, type).containsAll(values.keySet())) {
            throw new InvalidRequest("Cannot be compared");
        }
        return records.list(caller, Query.of(type)).items().stream()
                .map(record -> new Candidate(
                        record,
                        82,
                        values.keySet().stream()
                                .map(field -> new Candidate.Reason(field, "phone".equals(field), 80))
                                .toList()))
                .toList();
    }

    @Override
    public List<Candidate> ofRecord(Caller caller, String type, long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RecordData merge(Caller caller, String type, long staying, long going, Map<String, Side> choices) {
        records.get(caller, type, going);
        merged.add(choices);
        return records.get(caller, type, staying);
    }

    @Override
    public Unmerged unmerge(Caller caller, String type, long id) {
        if (merged.isEmpty()) {
            throw new NotNow("No merge");
        }
        RecordData record = records.get(caller, type, id);
        Reference kept = new Reference(type, id, record.text("name"));
        return new Unmerged(null, record, List.of(new Kept(kept, "phone")));
    }
}
