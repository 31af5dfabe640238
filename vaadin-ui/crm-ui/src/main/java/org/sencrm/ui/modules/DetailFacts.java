package org.sencrm.ui.modules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.sencrm.api.module.ModuleDetails;
import org.sencrm.ui.field.FactList;
import org.sencrm.ui.host.HostContext;

/** The sober part of a module's page: who made it, what it uses, what it holds. */
final class DetailFacts {

    private final HostContext context;
    private final ModuleDetails details;

    DetailFacts(HostContext context, ModuleDetails details) {
        this.context = context;
        this.details = details;
    }

    Component made() {
        FactList facts = new FactList()
                .with(context.text("store.vendor"), details.module().vendor());
        SignerFacts.addTo(facts, context, details.signer());
        return facts.with(context.text("store.origin"), origin());
    }

    private String origin() {
        if (details.origin() == null) {
            return context.text("store.origin.uploaded");
        }
        return details.origin().isEmpty() ? context.text("store.origin.product") : details.origin();
    }

    Component uses() {
        Paragraph about = new Paragraph(context.text("store.uses.about"));
        about.addClassNames("faint", "small");
        Div uses = new Div(list(new PermissionWords(context).of(details.permissions())), about);
        uses.addClassName("stack");
        return uses;
    }

    Component technical() {
        FactList facts = new FactList();
        with(facts, "store.previous", details.module().previousVersions());
        with(facts, "store.requires", lines(details.requires()));
        with(facts, "store.neededBy", details.neededBy());
        with(
                facts,
                "store.tables",
                details.tables().stream()
                        .map(table -> context.text(
                                table.rows() < 0 ? "store.table.many" : "store.table", table.name(), table.rows()))
                        .toList());
        with(facts, "store.api", lines(details.api()));
        return facts;
    }

    private static List<String> lines(Map<String, String> ranges) {
        return ranges.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(range -> range.getKey() + " " + range.getValue())
                .toList();
    }

    private void with(FactList facts, String key, List<String> lines) {
        if (lines.isEmpty()) {
            facts.with(context.text(key), context.text("store.none"));
        } else {
            facts.with(context.text(key), list(lines));
        }
    }

    private static UnorderedList list(List<String> lines) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plan-words");
        lines.forEach(line -> list.add(new ListItem(line)));
        return list;
    }
}
