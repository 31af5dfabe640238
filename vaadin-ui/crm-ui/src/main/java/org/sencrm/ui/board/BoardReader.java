package org.sencrm.ui.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.ui.record.Activities;
import org.sencrm.ui.total.CompanyTotal;

/** Reads what a board shows. Touches no component, so that it can work off the UI thread. */
final class BoardReader {

    private final Records records;
    private final Caller caller;
    private final BoardShape shape;
    private final boolean withActivities;

    /** @param withActivities whether the person may read activities, for what is planned */
    BoardReader(Records records, Caller caller, BoardShape shape, boolean withActivities) {
        this.records = records;
        this.caller = caller;
        this.shape = shape;
        this.withActivities = withActivities;
    }

    /**
     * What one column shows.
     *
     * @param next cursor of the cards that follow; null for none
     * @param due when the next open activity of a card is due, by record; null where the person may not know
     */
    record Cards(List<RecordData> cards, String next, Map<Long, Instant> due) {}

    /**
     * What the whole board shows.
     *
     * @param totals of each column
     */
    record Contents(Map<String, Cards> columns, Totals totals) {}

    /**
     * What the columns come to.
     *
     * @param own by code
     * @param company by code, what all records come to; of those columns of which the person is told
     */
    record Totals(Map<String, Summary.Totals> own, Map<String, Summary.Totals> company) {}

    /** @param shown by code of the column, how many cards to read at once */
    Contents read(Query query, Map<String, Integer> shown) {
        Map<String, Cards> columns = new LinkedHashMap<>();
        shown.forEach((code, count) -> columns.put(code, cards(query, code, count, null)));
        return new Contents(columns, totals(query));
    }

    /** One page of a column. @param cursor null for the first */
    Cards cards(Query query, String code, int count, String cursor) {
        Page page = records.list(
                caller,
                shape.sorted(query)
                        .where(Rsql.equal(shape.stage().name(), code))
                        .reading(shape.fields())
                        .limitedTo(count)
                        .after(cursor));
        return new Cards(page.items(), page.next(), due(page.items()));
    }

    /** Number and sum of each column, by code. */
    Totals totals(Query query) {
        List<String> measures = new ArrayList<>(List.of("count"));
        if (shape.sum() != null) {
            measures.add(shape.sum());
        }
        Summary summary = records.summarize(
                caller,
                new SummaryQuery(shape.type().name(), shape.stage().name(), measures, query.filter(), query.text()));
        return new Totals(
                byCode(summary),
                CompanyTotal.of(records, caller, query, shape.stage().name(), measures)
                        .map(BoardReader::byCode)
                        .orElse(Map.of()));
    }

    private static Map<String, Summary.Totals> byCode(Summary summary) {
        Map<String, Summary.Totals> byCode = new HashMap<>();
        summary.groups().forEach(group -> byCode.put(group.key(), group.totals()));
        return byCode;
    }

    private Map<Long, Instant> due(List<RecordData> cards) {
        if (!withActivities) {
            return null;
        }
        if (cards.isEmpty()) {
            return Map.of();
        }
        Query open = Query.of(Activities.TYPE)
                .where(Rsql.in(
                        Activities.REGARDING, cards.stream().map(RecordData::id).toList()))
                .where(Activities.DONE + "=isnull=true")
                .where(Activities.DUE + "=isnull=false")
                .sortedBy(Activities.DUE)
                .reading(Activities.REGARDING, Activities.DUE)
                .limitedTo(Query.MAX_LIMIT);
        Map<Long, Instant> due = new HashMap<>();
        try {
            for (RecordData activity : records.list(caller, open).items()) {
                due.putIfAbsent(activity.reference(Activities.REGARDING).id(), (Instant) activity.get(Activities.DUE));
            }
        } catch (Fault away) {
            // what is planned is a help; the board is worth showing without it
            return null;
        }
        return due;
    }
}
