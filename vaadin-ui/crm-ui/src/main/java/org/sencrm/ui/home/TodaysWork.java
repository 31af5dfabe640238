package org.sencrm.ui.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;

/**
 * The open activities of one person.
 *
 * @param overdue due before today
 * @param today due today
 * @param next the nearest due later or without a day
 * @param overdueCount how many are overdue, shown or not
 */
record TodaysWork(List<RecordData> overdue, List<RecordData> today, List<RecordData> next, long overdueCount) {

    static final String TYPE = "activities";
    static final String DONE_AT = "doneAt";
    static final String DUE_AT = "dueAt";

    private static final int MOST_SHOWN = 20;
    private static final int MOST_NEXT = 5;

    /** Reads it for the person; off the UI thread. */
    static TodaysWork of(Records records, Caller caller) {
        ZoneId zone = caller.zone();
        Instant morning = LocalDate.now(zone).atStartOfDay(zone).toInstant();
        Instant midnight = LocalDate.now(zone).plusDays(1).atStartOfDay(zone).toInstant();
        Query mine = Query.of(TYPE).where(openOf(caller)).sortedBy(DUE_AT).limitedTo(MOST_SHOWN);
        Query late = mine.where(before(morning));
        List<RecordData> overdue = records.list(caller, late).items();
        return new TodaysWork(
                overdue,
                records.list(caller, mine.where(from(morning)).where(before(midnight)))
                        .items(),
                records.list(
                                caller,
                                mine.where(from(midnight) + "," + DUE_AT + "=isnull=true")
                                        .limitedTo(MOST_NEXT))
                        .items(),
                overdue.size() < MOST_SHOWN ? overdue.size() : records.count(caller, late));
    }

    /** The filter for the open activities of a person. */
    static String openOf(Caller caller) {
        return Rsql.equal("owner", caller.userId()) + ";" + DONE_AT + "=isnull=true";
    }

    boolean isEmpty() {
        return overdue.isEmpty() && today.isEmpty() && next.isEmpty();
    }

    private static String before(Instant time) {
        return DUE_AT + "=lt=" + Rsql.quote(time.toString());
    }

    private static String from(Instant time) {
        return DUE_AT + "=ge=" + Rsql.quote(time.toString());
    }
}
