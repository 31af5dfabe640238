package org.sencrm.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import java.util.Optional;
import java.util.function.Supplier;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Summary;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;

/** Title with count, the other ways to look at the same records, and what can be done with all of them. */
final class ListHeader extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordType type;
    private final Span count = new Span();
    private final Span company = new Span();
    private final Nav switcher = new Nav();
    private final String shownAs;

    /**
     * @param shownAs address of the present way to look at the records
     * @param onNew null where the person may create none
     */
    ListHeader(HostContext context, RecordType type, String shownAs, Supplier<Query> query, Runnable onNew) {
        this.context = context;
        this.type = type;
        this.shownAs = shownAs;
        addClassNames("row", "list-header");
        count.addClassName("muted");
        count.setId("record-count");
        company.addClassNames("muted", "hide-s");
        company.setTitle(context.text("company.about"));
        company.setVisible(false);
        switcher.addClassNames("row", "tight", "switcher");
        switcher.getElement().setAttribute("aria-label", context.text("list.views"));
        Span gap = new Span();
        gap.addClassName("grow");
        add(new H1(context.messages().many(context.locale(), type.name())), count, company, gap);
        add(switcher);
        addButtons(query, onNew);
    }

    /** Keeps the links to the other ways at the same filter. */
    void show(ListState shown) {
        ListState state = shown.groupedBy("").showingDay("");
        switcher.removeAll();
        switcher.add(way("list.asList", Addresses.list(type.name()), state));
        if (type.boardField() != null) {
            switcher.add(way("list.asBoard", Addresses.board(type.name()), state));
        }
        switcher.add(way("list.asCalendar", Addresses.calendar(type.name()), state));
    }

    /** @param total null while it is not known */
    void count(Long total) {
        count.setText(total == null ? "" : ListCount.words(context, total));
    }

    /** What all records come to beside those that are shown; nothing for none. */
    void company(Optional<Summary> totals) {
        company.setVisible(totals.isPresent());
        totals.ifPresent(all -> company.setText(
                context.text("company.count", context.format(all.total().count()))));
    }

    private Anchor way(String key, String address, ListState state) {
        Anchor link =
                new Anchor(new Location(address, state.parameters()).getPathWithQueryParameters(), context.text(key));
        link.getElement().setAttribute("router-link", true);
        if (address.equals(shownAs)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private void addButtons(Supplier<Query> query, Runnable onNew) {
        if (context.services().imports().isPresent() && context.may(Right.IMPORT, type.name())) {
            Button importing = new Button(context.text("list.import"), event -> TypePlaces.openImport(type.name()));
            importing.addClassName("hide-s");
            add(importing);
        }
        if (context.services().exports().isPresent() && context.may(Right.EXPORT, type.name())) {
            ExportMenu export = new ExportMenu(context, query);
            export.addClassName("hide-s");
            add(export);
        }
        if (onNew != null) {
            String one = context.messages().one(context.locale(), type.name()).toLowerCase(context.locale());
            Span named = new Span(context.text("form.newTitle", one));
            named.addClassName("hide-s");
            Span brief = new Span(context.text("list.new"));
            brief.addClassName("only-s");
            Button create = new Button("", event -> onNew.run());
            create.getElement().appendChild(named.getElement(), brief.getElement());
            create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            create.getElement().setAttribute("title", context.text("list.newTitle"));
            add(create);
        }
    }
}
