package org.sencrm.ui.transfer;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;

/** The person's last imports, each a link to its page; not seen while there are none. */
final class RecentImports extends Div {

    private static final long serialVersionUID = 1L;

    private static final int LOOKED_AT = 30;
    private static final int SHOWN = 8;

    private final transient HostContext context;

    RecentImports(HostContext context) {
        this.context = context;
        addClassNames("card", "pad");
        setVisible(false);
        Caller caller = context.caller();
        context.background(() -> Wizard.imports(context).list(caller, LOOKED_AT), this::show);
    }

    private void show(List<Imports.Status> all) {
        UnorderedList list = new UnorderedList();
        list.addClassName("transfer-recent");
        all.stream().filter(run -> !run.dryRun()).limit(SHOWN).forEach(run -> list.add(item(run)));
        if (list.getChildren().findAny().isPresent()) {
            add(new H2(context.text("import.recent")), list);
            setVisible(true);
        }
    }

    private ListItem item(Imports.Status run) {
        Anchor file = new Anchor(Addresses.importRun(run.id()), run.fileName());
        file.getElement().setAttribute("router-link", true);
        file.addClassName("link");
        Span type = new Span(context.messages().many(context.locale(), run.type()));
        type.addClassName("muted");
        Span numbers = new Span(context.text("import.numbers", run.created(), run.updated(), run.skipped()));
        numbers.addClassNames("muted", "hide-s");
        Span space = new Span();
        space.addClassName("grow");
        ListItem item = new ListItem(file, type, space, numbers, new StatePill(context, run.state()));
        item.addClassName("row");
        return item;
    }
}
