package org.sencrm.sales.ui;

import java.util.List;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.record.Summary;
import org.sencrm.ui.api.ScreenContext;

/** Reads what is being sold to one account and what was sold. Made on the UI thread, used on any. */
final class AccountReading {

    private static final int SHOWN = 5;

    private final Pipelines pipelines;
    private final Records records;
    private final Caller caller;
    private final long account;

    AccountReading(ScreenContext context, long account) {
        this.pipelines = new Pipelines(context);
        this.records = context.records();
        this.caller = context.caller();
        this.account = account;
    }

    /** RSQL for all opportunities of the account. */
    String filter() {
        return Rsql.equal("account", account);
    }

    Found read() {
        List<Stage> stages = pipelines.stages(null);
        String open = Pipelines.in(stages, Stage.Outcome.OPEN);
        return new Found(
                pipelines.total(filter() + ";" + open),
                pipelines.total(filter() + ";" + Pipelines.in(stages, Stage.Outcome.WON)),
                pipelines.total("account=under=" + account + ";" + open),
                newest(filter() + ";" + open));
    }

    private List<RecordData> newest(String open) {
        Query query = Query.of(Opportunities.TYPE)
                .where(open)
                .reading("name", Opportunities.AMOUNT)
                .limitedTo(SHOWN);
        return records.list(caller, query).items();
    }

    /**
     * @param below what is open in this account and all beneath it
     * @param newest open ones
     */
    record Found(Summary.Totals open, Summary.Totals won, Summary.Totals below, List<RecordData> newest) {

        Stream<Summary.Totals> totals() {
            return Stream.of(open, won, below);
        }
    }
}
