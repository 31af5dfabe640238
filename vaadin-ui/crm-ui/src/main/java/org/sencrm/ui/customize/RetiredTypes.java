package org.sencrm.ui.customize;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.sencrm.api.field.CustomType;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** The firm's own record types that are out of sight. */
final class RetiredTypes extends Section {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;

    RetiredTypes(HostContext context, List<CustomType> types) {
        this.context = context;
        addClassNames("card", "pad", "stack");
        getElement().setAttribute("aria-label", context.text("types.retired.title"));
        Paragraph about = new Paragraph(context.text("types.retired.about"));
        about.addClassName("muted");
        UnorderedList list = new UnorderedList();
        list.addClassName("permission-list");
        types.forEach(type -> list.add(line(type)));
        add(new H2(context.text("types.retired.title")), about, list);
    }

    private ListItem line(CustomType type) {
        String many = type.plural().get(context.locale().getLanguage());
        Span label = new Span(many);
        label.addClassName("strong");
        Span gap = new Span();
        gap.addClassName("grow");
        Button back = new Button(context.text("types.takeBack"), event -> new TypeChanges(context).takeBack(type));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        back.getElement().setAttribute("aria-label", context.text("types.takeBack") + ": " + many);
        ListItem item = new ListItem(Icons.icon(type.icon()), label, gap, back);
        item.addClassName("row");
        return item;
    }
}
