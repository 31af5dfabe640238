package org.sencrm.sales.ui;

import com.vaadin.flow.component.HtmlContainer;
import java.util.List;
import org.sencrm.api.record.Summary;
import org.sencrm.ui.api.Amounts;
import org.sencrm.ui.api.ScreenContext;

/** What all opportunities come to by stage, also those that the person cannot open; small groups stand together. */
final class CompanyTable extends HtmlContainer {

    private static final long serialVersionUID = 1L;

    private final transient ScreenContext context;

    CompanyTable(ScreenContext context, Summary company) {
        super("table");
        this.context = context;
        HtmlContainer caption = new HtmlContainer("caption");
        caption.setText(context.text("sales.company.title"));
        caption.addClassName("muted");
        caption.getStyle().set("text-align", "left");
        HtmlContainer head = new HtmlContainer("tr");
        List.of("stage", "count", "sum").forEach(column -> head.add(heading(column)));
        HtmlContainer rows = new HtmlContainer("tbody");
        company.groups().forEach(group -> rows.add(row(label(group), group.totals())));
        rows.add(row(context.text("sales.company.total"), company.total()));
        getStyle().set("margin-top", "24px");
        add(caption, new HtmlContainer("thead", head), rows);
    }

    private HtmlContainer heading(String column) {
        HtmlContainer cell = cell("th", context.text("sales.pipeline.column." + column), !"stage".equals(column));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private String label(Summary.Group group) {
        return group.key() == null ? context.text("sales.pipeline.noStage") : group.label();
    }

    private HtmlContainer row(String name, Summary.Totals totals) {
        HtmlContainer head = cell("th", name, false);
        head.getElement().setAttribute("scope", "row");
        return new HtmlContainer(
                "tr",
                head,
                cell("td", context.format(totals.count()), true),
                cell("td", Amounts.of(totals, Opportunities.SUM).text(context::format), true));
    }

    private static HtmlContainer cell(String tag, String text, boolean number) {
        HtmlContainer cell = new HtmlContainer(tag);
        cell.setText(text);
        cell.setClassName("num", number);
        return cell;
    }
}
