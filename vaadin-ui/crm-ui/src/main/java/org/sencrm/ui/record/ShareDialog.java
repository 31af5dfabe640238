package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import org.sencrm.api.access.Share;
import org.sencrm.api.access.Shares;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;

/** Who sees a record and why; shares it with people and teams, and takes that back; with a way back. */
final class ShareDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int OFFERED = 50;

    private final transient HostContext context;
    private final transient Shares shares;
    private final transient Reference record;
    private final ShareList list;

    private ShareDialog(HostContext context, Shares shares, RecordType type, RecordData record) {
        this.context = context;
        this.shares = shares;
        this.record = new Reference(type.name(), record.id(), context.format(record.get(type.labelField())));
        boolean mayShare = shares.mayShare(context.caller(), type.name(), record.id());
        list = new ShareList(context, shares, this.record, record, mayShare);
        setHeaderTitle(context.text("share.title", this.record.label()));
        setWidth("min(620px, 96vw)");
        Div content = new Div(list);
        content.addClassName("stack");
        if (mayShare) {
            content.add(form());
        }
        if (context.isAdministrator()) {
            context.services()
                    .explanations()
                    .ifPresent(explanations -> content.add(new WhyPanel(context, explanations, type, record.id())));
        }
        add(content);
        getFooter().add(new Button(context.text("share.done"), event -> close()));
    }

    /** Whether the person could do or learn anything in it. */
    static boolean offered(HostContext context, Shares shares, Reference record) {
        try {
            return shares.mayShare(context.caller(), record.type(), record.id())
                    || !shares.list(context.caller(), record.type(), record.id())
                            .isEmpty();
        } catch (Fault notForThem) {
            return false;
        }
    }

    static void open(HostContext context, RecordType type, RecordData record) {
        context.services().shares().ifPresent(shares -> new ShareDialog(context, shares, type, record).open());
    }

    private Div form() {
        ColleagueField with = new ColleagueField(
                context,
                context.text("share.with"),
                typed -> shares.offered(context.caller(), record.type(), record.id(), typed, OFFERED));
        with.setWidthFull();
        Checkbox mayChange = new Checkbox(context.text("share.mayChange"));
        Button share = new Button(context.text("share.share"), event -> share(with, mayChange.getValue()));
        share.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div row = new Div(mayChange, share);
        row.addClassName("row");
        Paragraph limits = new Paragraph(context.text("share.limits"));
        limits.addClassNames("muted", "small");
        Div form = new Div(new H3(context.text("share.add")), with, row, limits);
        form.addClassName("stack");
        return form;
    }

    private void share(ColleagueField with, boolean mayChange) {
        with.setInvalid(with.getValue() == null);
        with.setErrorMessage(context.text("share.whom"));
        if (with.getValue() == null) {
            with.focus();
            return;
        }
        try {
            Share made = shares.share(context.caller(), record.type(), record.id(), with.getValue(), mayChange);
            with.clear();
            list.load();
            String name = ColleagueField.name(context, made.with());
            context.informWithUndo(context.text("share.shared", name), () -> takeBack(made));
        } catch (InvalidRecord refused) {
            with.setErrorMessage(refused.errors().get(0).message());
            with.setInvalid(true);
            with.focus();
        } catch (Fault refused) {
            context.report(refused);
        }
    }

    private void takeBack(Share made) {
        try {
            shares.takeBack(context.caller(), record.type(), record.id(), made.id());
            list.load();
        } catch (Fault refused) {
            context.report(refused);
        }
    }
}
