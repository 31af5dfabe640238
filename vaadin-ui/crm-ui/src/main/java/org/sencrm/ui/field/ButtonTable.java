package org.sencrm.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** A table in a frame with a last column, without a name, for the buttons of each row. */
public final class ButtonTable extends Div {

    private static final long serialVersionUID = 1L;

    private final HtmlContainer body = new HtmlContainer("tbody");

    /** @param columns what the columns are called, but for the last one */
    public ButtonTable(List<String> columns) {
        addClassName("table-frame");
        HtmlContainer head = new HtmlContainer("tr");
        for (String column : columns) {
            HtmlContainer cell = new HtmlContainer("th");
            cell.setText(column);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        head.add(new HtmlContainer("td"));
        add(new HtmlContainer("table", new HtmlContainer("thead", head), body));
    }

    /**
     * Adds a row.
     *
     * @param cells texts and components, one for each column that has a name
     * @param buttons what stands in the last column; may be none
     */
    public void row(List<?> cells, Component... buttons) {
        HtmlContainer row = new HtmlContainer("tr");
        cells.forEach(cell -> row.add(
                new HtmlContainer("td", cell instanceof Component content ? content : new Text((String) cell))));
        row.add(new HtmlContainer("td", buttons));
        body.add(row);
    }
}
