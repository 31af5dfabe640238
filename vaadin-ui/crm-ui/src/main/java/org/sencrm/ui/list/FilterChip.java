package org.sencrm.ui.list;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** One part of the filter in words; a click changes it, the cross takes it away. */
final class FilterChip extends Span {

    private static final long serialVersionUID = 1L;

    FilterChip(HostContext context, RecordType type, Filter.Part part, Runnable onEdit, Runnable onRemove) {
        addClassName("chip");
        String words = words(context, type, part);
        if (part.condition() == null) {
            Span text = new Span(words);
            text.addClassName("cut");
            add(text);
        } else {
            NativeButton edit = new NativeButton(words, event -> onEdit.run());
            edit.addClassNames("plain", "cut");
            add(edit);
        }
        NativeButton remove = new NativeButton("", event -> onRemove.run());
        remove.addClassName("plain");
        remove.add(Icons.icon("close"));
        remove.getElement().setAttribute("aria-label", context.text("filter.remove", words));
        add(remove);
    }

    /** The part in words, e.g. {@code Sector is Retail}. */
    static String words(HostContext context, RecordType type, Filter.Part part) {
        if (part.condition() == null) {
            return part.rsql();
        }
        ConditionText text = new ConditionText(context, type);
        String label = type.field(part.condition().field())
                .map(text::label)
                .orElse(part.condition().field());
        return label + " " + text.words(part.condition());
    }
}
