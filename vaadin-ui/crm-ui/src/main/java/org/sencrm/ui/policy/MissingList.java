package org.sencrm.ui.policy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.ValueView;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.record.QuickForm;

/** Those who have not yet agreed to what a policy says now, and the way to a new version. */
final class MissingList extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    private final transient HostContext context;
    private final Div body = new Div();

    MissingList(HostContext context, Policies policies, RecordData policy) {
        this.context = context;
        addClassName("stack");
        body.addClassName("stack");
        add(new H2(context.text("policy.missing")), body);
        if (context.may(Right.CREATE, Policies.VERSIONS)) {
            add(newVersion(policy));
        }
        Caller caller = context.caller();
        context.background(() -> policies.missing(caller, policy.id()), this::show);
    }

    private Button newVersion(RecordData policy) {
        Reference to = new Reference(policy.type(), policy.id(), policy.text("name"));
        Button open = new Button(
                context.text("policy.version.new"),
                event -> QuickForm.create(
                        context,
                        context.types().get(Policies.VERSIONS),
                        Map.of("policy", to, "state", "draft"),
                        saved -> context.open(Reference.to(saved.type(), saved.id()))));
        open.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return open;
    }

    private void show(List<Reference> missing) {
        body.removeAll();
        Paragraph count = new Paragraph(
                missing.isEmpty()
                        ? context.text("policy.missing.none")
                        : context.text("policy.missing.count", missing.size()));
        count.addClassName("muted");
        body.add(count);
        if (!missing.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("related-rows");
            missing.stream().limit(SHOWN).forEach(user -> list.add(new ListItem(ValueView.recordLink(user))));
            body.add(list);
        }
    }
}
