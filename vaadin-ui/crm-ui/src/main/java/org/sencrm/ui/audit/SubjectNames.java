package org.sencrm.ui.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditEntry;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;

/** What the records are called that entries are about, where whoever reads the trail may see them. */
final class SubjectNames {

    private final RecordTypes types;
    private final Records records;
    private final Caller reader;

    SubjectNames(RecordTypes types, Records records, Caller reader) {
        this.types = types;
        this.records = records;
        this.reader = reader;
    }

    /** The subject of an entry; null where it is no record. */
    static Reference subject(AuditEntry entry) {
        boolean record = entry.type() != null
                && entry.subject() != null
                && entry.subject().matches("\\d{1,18}");
        return record ? new Reference(entry.type(), Long.parseLong(entry.subject()), null) : null;
    }

    /** One statement for each type. */
    Map<Reference, String> of(List<AuditEntry> entries) {
        Map<String, Set<Long>> byType = new HashMap<>();
        for (AuditEntry entry : entries) {
            Reference subject = subject(entry);
            if (subject != null) {
                byType.computeIfAbsent(subject.type(), type -> new HashSet<>()).add(subject.id());
            }
        }
        Map<Reference, String> names = new HashMap<>();
        byType.forEach((type, ids) -> types.find(type).ifPresent(known -> read(known, ids, names)));
        return names;
    }

    private void read(RecordType type, Collection<Long> ids, Map<Reference, String> names) {
        Query query = Query.of(type.name())
                .where(Rsql.in("id", ids))
                .reading(type.labelField())
                .limitedTo(ids.size());
        try {
            records.list(reader, query)
                    .items()
                    .forEach(record ->
                            names.put(new Reference(type.name(), record.id(), null), record.text(type.labelField())));
        } catch (Fault hidden) {
            // whoever may not see them reads their numbers
            return;
        }
    }
}
