package org.sencrm.sales.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.record.Summary;
import org.sencrm.ui.api.Amounts;
import org.sencrm.ui.api.ScreenContext;

/** The content of {@link AccountSalesPanel}: number and sum of what is open and won, and the newest open ones. */
final class AccountSales extends Div {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;

    private final transient ScreenContext context;
    private final transient Pipelines pipelines;
    private final String ofAccount;
    private boolean converted;

    AccountSales(ScreenContext context, long account) {
        this.context = context;
        pipelines = new Pipelines(context);
        ofAccount = Rsql.equal("account", account);
        add(new H2(context.messages().many(context.locale(), Opportunities.TYPE)));
        try {
            List<Stage> stages = pipelines.stages(null);
            String open = filter(stages, Stage.Outcome.OPEN);
            add(totals("open", open), totals("won", filter(stages, Stage.Outcome.WON)));
            addBelow(account, stages);
            addRule();
            add(newest(open), everything());
        } catch (Fault unreadable) {
            add(new Paragraph(unreadable.getMessage()));
        }
    }

    /** By which rule amounts of several currencies became one. */
    private void addRule() {
        if (converted) {
            Paragraph rule = new Paragraph(context.text("sales.pipeline.rated"));
            rule.addClassNames("muted", "small");
            add(rule);
        }
    }

    /** What is open in this account and all beneath it, where there is anything more than in this one. */
    private void addBelow(long account, List<Stage> stages) {
        String beneath = "account=under=" + account + ";";
        Summary.Totals all = pipelines.total(beneath + Pipelines.in(stages, Stage.Outcome.OPEN));
        if (all.count() > pipelines.total(filter(stages, Stage.Outcome.OPEN)).count()) {
            add(line(new Span(context.text("sales.account.below") + ": " + context.format(all.count())), sum(all)));
        }
    }

    private String filter(List<Stage> stages, Stage.Outcome outcome) {
        return ofAccount + ";" + Pipelines.in(stages, outcome);
    }

    private Component totals(String name, String filter) {
        Summary.Totals totals = pipelines.total(filter);
        Span label = new Span(context.text("sales.pipeline." + name) + ": " + context.format(totals.count()));
        return line(label, sum(totals));
    }

    private Span sum(Summary.Totals totals) {
        Amounts amounts = Amounts.of(totals, Opportunities.SUM);
        converted |= amounts.isConverted();
        return new Span(amounts.text(context::format));
    }

    private Component newest(String open) {
        UnorderedList list = new UnorderedList();
        list.getStyle().set("list-style", "none").set("padding", "0");
        Query query = Query.of(Opportunities.TYPE)
                .where(open)
                .reading("name", Opportunities.AMOUNT)
                .limitedTo(SHOWN);
        context.records().list(context.caller(), query).items().forEach(found -> list.add(new ListItem(row(found))));
        return list;
    }

    private Component row(RecordData opportunity) {
        String name = opportunity.text("name");
        Reference target = new Reference(Opportunities.TYPE, opportunity.id(), name);
        return line(
                link(name == null ? context.text("sales.opportunity.unnamed") : name, () -> context.open(target)),
                new Span(context.format(opportunity.money(Opportunities.AMOUNT))));
    }

    private Component everything() {
        return link(context.text("sales.account.all"), () -> context.openList(Opportunities.TYPE, ofAccount));
    }

    private static Button link(String text, Runnable onClick) {
        Button link = new Button(text, event -> onClick.run());
        link.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return link;
    }

    private static Component line(Component first, Component last) {
        Div line = new Div(first, last);
        line.addClassName("row");
        line.getStyle().set("justify-content", "space-between");
        return line;
    }
}
