package org.sencrm.ui.list;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** One part of the filter in words; a click changes it, the cross takes it away. */
final class FilterChip extends Span {

    private static final long serialVersionUID = 1L;

    FilterChip(HostContext context, String words, Runnable onEdit, Runnable onRemove) {
        addClassName("chip");
        NativeButton edit = new NativeButton(words, event -> onEdit.run());
        edit.addClassNames("plain", "cut");
        edit.getElement().setAttribute("title", words);
        NativeButton remove = new NativeButton("", event -> onRemove.run());
        remove.addClassName("plain");
        remove.add(Icons.icon("close"));
        remove.getElement().setAttribute("aria-label", context.text("filter.remove", words));
        add(edit, remove);
    }
}
