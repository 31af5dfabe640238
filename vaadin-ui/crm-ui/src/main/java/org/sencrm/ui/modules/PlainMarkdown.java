package org.sencrm.ui.modules;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/**
 * Markdown of a stranger as headings, lists and paragraphs of plain text. Nothing else of it is understood: no links, no
 * images, no HTML, so there is nothing in it that could do anything.
 */
final class PlainMarkdown extends Div {

    private static final long serialVersionUID = 1L;

    private UnorderedList list;

    PlainMarkdown(String text) {
        addClassName("markdown");
        text.lines().map(String::strip).forEach(this::take);
    }

    private void take(String line) {
        if (line.startsWith("- ") || line.startsWith("* ")) {
            if (list == null) {
                list = new UnorderedList();
                add(list);
            }
            list.add(new ListItem(line.substring(2)));
            return;
        }
        list = null;
        if (line.startsWith("#")) {
            add(new H3(line.replaceFirst("^#+", "").strip()));
        } else if (!line.isEmpty()) {
            add(new Paragraph(line));
        }
    }
}
