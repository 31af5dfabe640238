package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Location;
import java.util.Map;
import java.util.Objects;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.field.StateField;
import org.sencrm.ui.field.ValueView;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** The records of another type that point to this one: the newest few, how many in all, and the way to add one. */
final class RelatedList extends Section {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Related related;
    private final transient FieldText words;

    RelatedList(HostContext context, Reference record, Related related, Runnable onAdded) {
        this.context = context;
        this.related = related;
        this.words = new FieldText(context);
        addClassNames("card", "pad", "related");
        String title = title();
        getElement().setAttribute("aria-label", title);
        Span gap = new Span();
        gap.addClassName("grow");
        Div head = new Div(new H2(title), count(), gap);
        head.addClassNames("row", "tight");
        if (context.may(Right.CREATE, related.type().name())) {
            head.add(adder(record, onAdded));
        }
        add(head);
        if (related.first().isEmpty()) {
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("related-rows");
        related.first().forEach(each -> rows.add(row(each)));
        add(rows);
    }

    private String title() {
        String many = context.messages().many(context.locale(), related.type().name());
        return related.isOnlyWay() ? many : many + " · " + words.label(related.type(), related.field());
    }

    private Anchor count() {
        Location all = new Location(Addresses.list(related.type().name()), Addresses.filter(related.filter()));
        Anchor link = new Anchor(all.getPathWithQueryParameters(), context.format(related.count()));
        link.getElement().setAttribute("router-link", true);
        link.getElement().setAttribute("aria-label", context.text("related.all", related.count()));
        link.addClassName("muted");
        return link;
    }

    private Button adder(Reference record, Runnable onAdded) {
        Button add = new Button(
                Icons.icon("plus"),
                event -> QuickForm.create(
                        context, related.type(), Map.of(related.field().name(), record), saved -> onAdded.run()));
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        String one = context.messages().one(context.locale(), related.type().name());
        add.getElement()
                .setAttribute("aria-label", context.text("form.newTitle", one.toLowerCase(context.locale())))
                .setAttribute("title", context.text("form.newTitle", one.toLowerCase(context.locale())));
        return add;
    }

    private ListItem row(RecordData each) {
        RecordType type = related.type();
        String name = context.format(each.get(type.labelField()));
        ListItem row = new ListItem(ValueView.recordLink(new Reference(type.name(), each.id(), name)));
        StateField.of(type)
                .filter(field -> each.get(field.name()) != null)
                .ifPresent(field -> row.add(ValueView.pill(words.choice(type.name(), field, each.get(field.name())))));
        related.others()
                .map(field -> each.reference(field.name()))
                .filter(Objects::nonNull)
                .forEach(other -> row.add(new ValueView(context).reference(other)));
        related.money().filter(field -> each.get(field.name()) != null).ifPresent(field -> {
            Div amount = new Div();
            amount.setText(context.format(each.get(field.name())));
            amount.addClassName("muted");
            row.add(amount);
        });
        return row;
    }
}
