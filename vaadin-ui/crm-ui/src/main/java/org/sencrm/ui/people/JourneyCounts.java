package org.sencrm.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.total.CompanyTotal;

/** The stages of the journey with the number of accounts at each; counted off the UI thread. */
final class JourneyCounts extends Div {

    private static final long serialVersionUID = 1L;

    private static final SummaryQuery BY_STAGE = new SummaryQuery(
            AccountTreePanel.ACCOUNTS, Journey.STAGE, List.of("count"), Journey.STAGE + "=isnull=false", "");

    private final transient ScreenContext context;
    private final Div content = new Div();

    JourneyCounts(ScreenContext context) {
        this.context = context;
        addClassName("stack");
        add(new H2(context.text("section.journey")), content);
        load();
        context.whenChanged(this, AccountTreePanel.ACCOUNTS, this::load);
    }

    private void load() {
        Records records = context.records();
        Caller caller = context.caller();
        context.fill(content, () -> Counts.read(records, caller), counts -> content.add(stages(counts)));
    }

    /** @param company how many accounts of the company stand there, by stage; of those stages of which the person is told */
    private record Counts(Summary own, Map<String, Long> company) {

        static Counts read(Records records, Caller caller) {
            Map<String, Long> company = new HashMap<>();
            Optional<Summary> all = CompanyTotal.of(
                    records, caller, Query.of(AccountTreePanel.ACCOUNTS), Journey.STAGE, List.of("count"));
            all.ifPresent(told -> told.groups()
                    .forEach(group -> company.put(group.key(), group.totals().count())));
            return new Counts(records.summarize(caller, BY_STAGE), company);
        }
    }

    private UnorderedList stages(Counts counts) {
        UnorderedList stages = new UnorderedList();
        stages.addClassName("journey-counts");
        counts.own().groups().stream()
                .filter(group -> group.key() != null)
                .forEach(group -> stages.add(stage(group, counts.company().get(group.key()))));
        return stages;
    }

    /** @param company null where the person is not told */
    private ListItem stage(Summary.Group group, Long company) {
        NativeButton open = new NativeButton(
                group.label(),
                event -> context.openList(AccountTreePanel.ACCOUNTS, Rsql.equal(Journey.STAGE, group.key())));
        open.addClassNames("plain", "link");
        ListItem stage =
                new ListItem(open, new Span(context.format(group.totals().count())));
        if (company != null) {
            Span all = new Span(context.text("company.count", context.format(company)));
            all.addClassName("muted");
            all.setTitle(context.text("company.about"));
            stage.add(all);
        }
        return stage;
    }
}
