package org.sencrm.ui.permission;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.BiConsumer;
import org.sencrm.ui.host.HostContext;

/** The matrix on a phone: row below row in words, for one role, one person, or two roles that differ. */
final class MatrixList extends UnorderedList {

    private static final long serialVersionUID = 1L;

    private final transient MatrixWords words;
    private final transient BiConsumer<MatrixRow, MatrixColumn> onOpen;

    MatrixList(HostContext context, BiConsumer<MatrixRow, MatrixColumn> onOpen) {
        this.words = new MatrixWords(context);
        this.onOpen = onOpen;
        addClassName("permission-list");
    }

    void show(List<MatrixRow> rows, List<MatrixColumn> columns) {
        removeAll();
        for (MatrixRow row : rows) {
            Span name = new Span(row.name());
            name.addClassName("strong");
            ListItem item = new ListItem(name);
            columns.forEach(column -> item.add(cell(row, column, columns.size() > 1)));
            add(item);
        }
    }

    private NativeButton cell(MatrixRow row, MatrixColumn column, boolean named) {
        String text = words.of(row, column.cells().apply(row));
        NativeButton open =
                new NativeButton(named ? column.title() + ": " + text : text, event -> onOpen.accept(row, column));
        open.addClassNames("plain", "right-words");
        open.getElement().setAttribute("aria-label", row.name() + ", " + column.title() + ": " + text);
        return open;
    }
}
