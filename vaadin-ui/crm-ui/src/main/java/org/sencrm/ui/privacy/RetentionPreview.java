package org.sencrm.ui.privacy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.privacy.Retention;
import org.sencrm.api.privacy.Retention.Found;
import org.sencrm.api.privacy.Retention.Preview;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.ValueView;
import org.sencrm.ui.host.HostContext;

/** How many records a rule finds today and soon, and the first of them. */
final class RetentionPreview extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final Div body = new Div();

    RetentionPreview(HostContext context, Retention retention, long rule) {
        this.context = context;
        addClassName("stack");
        body.addClassName("stack");
        body.getElement().setAttribute("aria-live", "polite");
        add(new H2(context.text("retention.preview")), body);
        Caller caller = context.caller();
        context.background(() -> retention.preview(caller, rule), this::show, this::tell);
    }

    private void show(Preview preview) {
        body.removeAll();
        body.add(
                muted(context.text("retention.preview.today", number(preview.today()))),
                muted(context.text("retention.preview.soon", Retention.DAYS_AHEAD, number(preview.soon()))));
        if (preview.first().isEmpty()) {
            return;
        }
        String type = preview.first().get(0).record().type();
        if (context.types().find(type).filter(RecordType::isPerson).isPresent()) {
            body.add(new Paragraph(context.text("retention.preview.people")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("related-rows");
        preview.first().forEach(found -> list.add(row(found)));
        body.add(list);
    }

    private String number(long count) {
        String shown = context.format(count);
        return count < Retention.MOST_COUNTED ? shown : shown + "+";
    }

    private static Paragraph muted(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassName("muted");
        return line;
    }

    private ListItem row(Found found) {
        ListItem row = new ListItem(ValueView.recordLink(found.record()));
        if (found.keptBecause() != null) {
            Span kept = new Span(context.text("retention.preview.kept", found.keptBecause()));
            kept.addClassNames("muted", "small", "grow");
            row.add(kept);
        }
        return row;
    }

    private void tell(Throwable failure) {
        body.removeAll();
        Div said = new Div();
        said.setText(failure instanceof Fault refused ? refused.getMessage() : context.explain(failure));
        said.addClassNames("banner", "warn");
        body.add(said);
    }
}
