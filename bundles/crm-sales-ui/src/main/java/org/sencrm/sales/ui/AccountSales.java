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
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Summary;
import org.sencrm.ui.api.Amounts;
import org.sencrm.ui.api.ScreenContext;

/** The content of {@link AccountSalesPanel}: number and sum of what is open and won, and the newest open ones. */
final class AccountSales extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ScreenContext context;
    private final transient AccountReading reading;
    private final Div content = new Div();

    AccountSales(ScreenContext context, long account) {
        this.context = context;
        reading = new AccountReading(context, account);
        add(new H2(context.messages().many(context.locale(), Opportunities.TYPE)), content);
        refresh();
        context.whenChanged(this, Opportunities.TYPE, this::refresh);
    }

    private void refresh() {
        context.fill(content, reading::read, this::show);
    }

    private void show(AccountReading.Found found) {
        content.add(totals("sales.pipeline.open", found.open()), totals("sales.pipeline.won", found.won()));
        if (found.below().count() > found.open().count()) {
            content.add(totals("sales.account.below", found.below()));
        }
        if (found.totals().map(AccountSales::amounts).anyMatch(Amounts::isConverted)) {
            Paragraph rule = new Paragraph(context.text("sales.pipeline.rated"));
            rule.addClassNames("muted", "small");
            content.add(rule);
        }
        content.add(newest(found.newest()), everything());
    }

    private Component totals(String label, Summary.Totals totals) {
        return line(
                new Span(context.text(label) + ": " + context.format(totals.count())),
                new Span(amounts(totals).text(context::format)));
    }

    private static Amounts amounts(Summary.Totals totals) {
        return Amounts.of(totals, Opportunities.SUM);
    }

    private Component newest(List<RecordData> opportunities) {
        UnorderedList list = new UnorderedList();
        list.getStyle().set("list-style", "none").set("padding", "0");
        opportunities.forEach(found -> list.add(new ListItem(row(found))));
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
        return link(context.text("sales.account.all"), () -> context.openList(Opportunities.TYPE, reading.filter()));
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
