package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.sencrm.api.access.Share;
import org.sencrm.api.access.Shares;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.AriaName;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** Who sees a record: by its owner and team, by wide roles, and with whom it is shared. */
final class ShareList extends Div {

    private static final long serialVersionUID = 1L;

    private static final String OWNER = "owner";
    private static final String TEAM = "team";

    private final transient HostContext context;
    private final transient Shares shares;
    private final transient Reference record;
    private final transient RecordData values;
    private final boolean mayShare;
    private final UnorderedList lines = new UnorderedList();

    /** @param values of the record, as far as the person sees them */
    ShareList(HostContext context, Shares shares, Reference record, RecordData values, boolean mayShare) {
        this.context = context;
        this.shares = shares;
        this.record = record;
        this.values = values;
        this.mayShare = mayShare;
        addClassName("stack");
        lines.addClassNames("plain", "stack");
        add(new H3(context.text("share.who")), lines);
        load();
    }

    void load() {
        try {
            show(shares.list(context.caller(), record.type(), record.id()));
        } catch (Fault refused) {
            context.report(refused);
        }
    }

    private void show(List<Share> shared) {
        lines.removeAll();
        line(OWNER, "share.owner");
        line(TEAM, "share.ofTeam");
        lines.add(item(context.text("share.wide"), context.text("share.wide.why")));
        shared.forEach(share -> lines.add(item(share)));
    }

    private void line(String field, String why) {
        if (values.get(field) instanceof Reference who && who.label() != null) {
            lines.add(item(ColleagueField.name(context, who), context.text(why)));
        }
    }

    private static ListItem item(String who, String why) {
        Div name = new Div();
        name.setText(who);
        Div reason = new Div();
        reason.setText(why);
        reason.addClassNames("muted", "small");
        Div text = new Div(name, reason);
        text.addClassName("grow");
        ListItem item = new ListItem(text);
        item.addClassNames("row", "tight");
        return item;
    }

    private ListItem item(Share share) {
        String who = ColleagueField.name(context, share.with());
        ListItem item = item(who, context.text("share.by", context.format(share.by()), context.format(share.at())));
        Checkbox mayChange = new Checkbox(context.text("share.mayChange"), share.mayChange());
        mayChange.setEnabled(mayShare);
        AriaName.give(mayChange, context.text("share.mayChange.who", who));
        mayChange.addValueChangeListener(event -> share(share.with(), event.getValue()));
        item.add(mayChange);
        if (mayShare) {
            item.add(remove(share, who));
        }
        return item;
    }

    private Button remove(Share share, String who) {
        Button remove = new Button(Icons.icon("close"), event -> takeBack(share, who));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        String name = context.text("share.remove", who);
        remove.getElement().setAttribute("aria-label", name).setAttribute("title", name);
        return remove;
    }

    private void takeBack(Share share, String who) {
        try {
            shares.takeBack(context.caller(), record.type(), record.id(), share.id());
            load();
            context.informWithUndo(context.text("share.removed", who), () -> share(share.with(), share.mayChange()));
        } catch (Fault refused) {
            context.report(refused);
        }
    }

    private void share(Reference with, boolean mayChange) {
        try {
            shares.share(context.caller(), record.type(), record.id(), with, mayChange);
        } catch (Fault refused) {
            context.report(refused);
        }
        load();
    }
}
