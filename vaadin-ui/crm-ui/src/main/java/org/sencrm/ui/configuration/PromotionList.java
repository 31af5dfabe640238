package org.sencrm.ui.configuration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.sencrm.api.configuration.Promotion;
import org.sencrm.api.configuration.Promotion.State;
import org.sencrm.ui.host.HostContext;

/** What a file did or would do: how much in one sentence, then each item that is not as it was already. */
final class PromotionList extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;

    PromotionList(HostContext context, Promotion promotion) {
        this.context = context;
        addClassName("stack");
        Paragraph counts = new Paragraph(context.text(
                promotion.dryRun() ? "changes.plan" : "changes.done",
                promotion.count(State.ADDED),
                promotion.count(State.CHANGED),
                promotion.count(State.SAME),
                promotion.count(State.REFUSED)));
        counts.addClassName("strong");
        UnorderedList list = new UnorderedList();
        list.addClassName("change-list");
        promotion.lines().stream().filter(line -> line.state() != State.SAME).forEach(line -> list.add(item(line)));
        add(counts, list);
    }

    private ListItem item(Promotion.Line line) {
        Span state = new Span(context.text("changes.state." + line.state().code()));
        state.addClassNames("pill", tone(line.state()));
        Span label = new Span(line.label());
        label.addClassName("strong");
        String key = "configuration.part." + line.part();
        Span part = new Span(context.messages().has(context.locale(), key) ? context.text(key) : line.part());
        part.addClassNames("muted", "small");
        Div name = new Div(label, part);
        name.addClassName("field-name");
        Div head = new Div(state, name);
        head.addClassName("row");
        ListItem item = new ListItem(head);
        if (line.state() == State.REFUSED) {
            item.add(new Paragraph(line.reason()));
        } else {
            item.add(new MemberTable(
                    context, line.part(), line.before(), line.after(), "changes.before", "changes.after"));
        }
        return item;
    }

    private static String tone(State state) {
        return switch (state) {
            case ADDED -> "good";
            case REFUSED -> "bad";
            case CHANGED, SAME -> "neutral";
        };
    }
}
