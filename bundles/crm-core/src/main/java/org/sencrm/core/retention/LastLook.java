package org.sencrm.core.retention;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;

/** Looks once more before a person is erased, when nobody else can change any of the records until it is done. */
final class LastLook {

    private final Records records;
    private final Holds holds;
    private final Messages messages;
    private final Rule rule;
    private final LocalDate today;
    private final ZoneId zone;
    private final Locale language;

    LastLook(
            Records records, Holds holds, Messages messages, Rule rule, LocalDate today, ZoneId zone, Locale language) {
        this.records = records;
        this.holds = holds;
        this.messages = messages;
        this.rule = rule;
        this.today = today;
        this.zone = zone;
        this.language = language;
    }

    /**
     * A person may be there as several records, which are erased together or not at all.
     *
     * @param asked the record whose time is over
     * @param request the one that the rule made for it
     * @param people all records of the person
     * @param reach these, and all that goes with them or is written anew
     * @throws Kept where one of them has to stay
     */
    void take(Reference asked, long request, List<Reference> people, List<Reference> reach) {
        String type = rule.type().name();
        List<Long> ids = people.stream().map(Reference::id).toList();
        Set<Long> due = due(ids);
        if (!due.contains(asked.id())) {
            throw new Kept(messages.text(language, "retention.kept.changed"));
        }
        if (!people.stream().allMatch(one -> one.type().equals(type) && due.contains(one.id()))) {
            throw new Kept(messages.text(language, "retention.kept.otherRecord"));
        }
        Map<Long, String> reasons = holds.reasons(rule, ids, request, today, zone, language);
        if (!reasons.isEmpty()) {
            throw new Kept(reasons.values().iterator().next());
        }
        List<Reference> others = new ArrayList<>(reach);
        others.removeAll(people);
        String held = holds.onHold(others, today, language);
        if (held != null) {
            throw new Kept(held);
        }
    }

    /** Those in the trash, too: whoever was thrown away only lately may still be taken out again. */
    private Set<Long> due(List<Long> ids) {
        Set<Long> due = new HashSet<>();
        Query query = rule.due(today, zone, ids);
        for (Query each : List.of(query, query.inTrash())) {
            records.list(Caller.system(), each).items().stream()
                    .map(RecordData::id)
                    .forEach(due::add);
        }
        return due;
    }
}
