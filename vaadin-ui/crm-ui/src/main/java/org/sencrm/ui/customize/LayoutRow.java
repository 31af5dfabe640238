package org.sencrm.ui.customize;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** A field of a layout, with what can be done with it; dragged by the row itself. */
final class LayoutRow extends ListItem {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final String label;

    LayoutRow(HostContext context, String field, String label) {
        this.context = context;
        this.label = label;
        addClassNames("row", "layout-row");
        getElement().setAttribute("data-field", field).setAttribute("draggable", "true");
        Span name = new Span(label);
        name.addClassName("grow");
        add(name);
    }

    /** @param key word of the button: its text is the message {@code layout.<key>} */
    LayoutRow with(String key, String icon, boolean enabled, Runnable work) {
        String words = context.text("layout." + key, label);
        Button button = new Button(Icons.icon(icon), event -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        button.setEnabled(enabled);
        button.getElement()
                .setAttribute("aria-label", words)
                .setAttribute("title", words)
                .setAttribute("data-act", key);
        add(button);
        return this;
    }
}
