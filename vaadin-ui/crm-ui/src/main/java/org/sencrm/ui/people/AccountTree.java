package org.sencrm.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.field.ValueView;

/** The tree of an account from its top down, with the number of contacts of each and of all beneath this one. */
final class AccountTree extends Div {

    private static final long serialVersionUID = 1L;

    private static final String CONTACTS = "contacts";
    private static final int MOST_LEVELS_UP = 10;

    private final transient ScreenContext context;
    private final long current;
    private final transient Map<Long, List<RecordData>> children = new HashMap<>();
    private final transient Map<String, Long> contacts = new HashMap<>();
    private final Set<Long> shown = new HashSet<>();

    AccountTree(ScreenContext context, RecordData record) {
        this.context = context;
        this.current = record.id();
        add(new H2(context.text("tree.title")));
        try {
            draw(top(record));
        } catch (Fault unreadable) {
            add(new Paragraph(unreadable.getMessage()));
        }
    }

    /** The highest account above this one that the person may see. */
    private RecordData top(RecordData record) {
        RecordData top = record;
        for (int level = 0; level < MOST_LEVELS_UP && top.reference(AccountTreePanel.PARENT) != null; level++) {
            try {
                Reference parent = top.reference(AccountTreePanel.PARENT);
                top = context.records().get(context.caller(), parent.type(), parent.id());
            } catch (NotFound hidden) {
                break;
            }
        }
        return top;
    }

    private void draw(RecordData top) {
        Query beneath = Query.of(AccountTreePanel.ACCOUNTS)
                .where("id=under=" + top.id())
                .sortedBy("name")
                .reading("name", AccountTreePanel.PARENT)
                .limitedTo(Query.MAX_LIMIT);
        for (RecordData account :
                context.records().list(context.caller(), beneath).items()) {
            Reference parent = account.reference(AccountTreePanel.PARENT);
            if (account.id() != top.id() && parent != null) {
                children.computeIfAbsent(parent.id(), any -> new ArrayList<>()).add(account);
            }
        }
        Summary counted = count(top.id());
        UnorderedList tree = new UnorderedList(node(top));
        tree.addClassName("account-tree");
        add(tree);
        if (counted != null) {
            add(total(current == top.id() ? counted : contacts(null, current)));
        }
    }

    /** The contacts of each account beneath the top one, and their total; null where nobody may be told. */
    private Summary count(long top) {
        try {
            Summary counted = contacts("account", top);
            counted.groups()
                    .forEach(group -> contacts.put(group.key(), group.totals().count()));
            return counted;
        } catch (Fault hidden) {
            return null;
        }
    }

    private Summary contacts(String group, long top) {
        SummaryQuery beneath = new SummaryQuery(CONTACTS, group, List.of("count"), "account=under=" + top, "");
        return context.records().summarize(context.caller(), beneath);
    }

    private ListItem node(RecordData account) {
        shown.add(account.id());
        ListItem item = new ListItem(name(account));
        Long count = contacts.get(Long.toString(account.id()));
        if (count != null) {
            Span people = new Span(context.text("tree.contacts", count));
            people.addClassNames("muted", "small");
            item.add(people);
        }
        List<RecordData> beneath = children.getOrDefault(account.id(), List.of()).stream()
                .filter(child -> !shown.contains(child.id()))
                .toList();
        if (!beneath.isEmpty()) {
            UnorderedList list = new UnorderedList();
            beneath.forEach(child -> list.add(node(child)));
            item.add(list);
        }
        return item;
    }

    private Component name(RecordData account) {
        String name = context.format(account.get("name"));
        if (account.id() == current) {
            Span here = new Span(name);
            here.getElement().setAttribute("aria-current", "true");
            return here;
        }
        return ValueView.recordLink(new Reference(AccountTreePanel.ACCOUNTS, account.id(), name));
    }

    /** What comes together in this account and all beneath it, also what of a large tree is not drawn. */
    private Component total(Summary beneath) {
        Paragraph line =
                new Paragraph(context.text("tree.total", beneath.total().count()));
        line.addClassNames("muted", "small");
        return line;
    }
}
