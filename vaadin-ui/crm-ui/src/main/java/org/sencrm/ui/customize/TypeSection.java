package org.sencrm.ui.customize;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.sencrm.api.field.CustomType;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** What one of the firm's own record types is; where it has no fields yet, what comes next. */
final class TypeSection extends Section {

    private static final long serialVersionUID = 1L;

    /** @param isBare whether it has nothing but its name */
    TypeSection(HostContext context, CustomType type, boolean isBare) {
        String many = context.messages().many(context.locale(), type.name());
        addClassNames("card", "pad", "stack");
        getElement().setAttribute("aria-label", many);
        HtmlContainer name = new HtmlContainer("code");
        name.setText(type.name());
        name.addClassName("muted");
        Span gap = new Span();
        gap.addClassName("grow");
        Button edit = new Button(context.text("fields.edit"), event -> new TypeDialog(context, type).open());
        edit.getElement().setAttribute("aria-label", context.text("fields.edit") + ": " + many);
        Button retire = new Button(context.text("types.retire"), event -> new TypeChanges(context).putAway(type));
        retire.getElement().setAttribute("aria-label", context.text("types.retire") + ": " + many);
        Button open =
                new Button(context.text("types.open"), event -> UI.getCurrent().navigate(Addresses.list(type.name())));
        open.getElement().setAttribute("aria-label", context.text("types.open") + ": " + many);
        Div head = new Div(Icons.icon(type.icon()), new H2(many), name, gap, open, edit, retire);
        head.addClassName("row");
        Paragraph about = new Paragraph(context.text(isBare ? "types.next" : "types.about"));
        about.addClassName("muted");
        add(head, about);
    }
}
