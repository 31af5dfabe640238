package org.sencrm.ui.field;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** Rows of texts as a table, in a frame that scrolls sideways by mouse, touch and keys. */
public final class RowsTable extends Div {

    private static final long serialVersionUID = 1L;

    /** @param caption what the table shows, for screen readers */
    public RowsTable(String caption, List<String> columns, List<List<String>> rows) {
        addClassName("rows-frame");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        HtmlContainer head = new HtmlContainer("tr");
        columns.forEach(column -> head.add(cell("th", column)));
        head.getChildren().forEach(cell -> cell.getElement().setAttribute("scope", "col"));
        HtmlContainer body = new HtmlContainer("tbody");
        rows.forEach(row -> body.add(line(row)));
        add(new HtmlContainer("table", new HtmlContainer("thead", head), body));
    }

    private static HtmlContainer line(List<String> row) {
        HtmlContainer line = new HtmlContainer("tr");
        row.forEach(value -> line.add(cell("td", value)));
        return line;
    }

    private static HtmlContainer cell(String tag, String text) {
        HtmlContainer cell = new HtmlContainer(tag);
        cell.setText(text == null ? "" : text);
        cell.setTitle(text == null ? "" : text);
        return cell;
    }
}
