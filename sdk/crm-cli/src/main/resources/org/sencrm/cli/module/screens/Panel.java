package @package@.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;

/** What is open for an account, on the account's page. */
@Component
public class @Class@Panel implements RecordPanel {

    private static final String TYPE = "@type@";
    private static final int SHOWN = 5;

    private final Access access;

    @Activate
    public @Class@Panel(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String type() {
        return "accounts";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean offered(ScreenContext context, RecordData account) {
        return access.may(context.caller(), Right.READ, TYPE)
                && !access.hiddenFields(context.caller(), TYPE).contains("account");
    }

    @Override
    public com.vaadin.flow.component.Component create(ScreenContext context, RecordData account) {
        Div open = new Div();
        fill(open, context, account);
        context.whenChanged(open, TYPE, () -> fill(open, context, account));
        return new Div(new H2(context.messages().many(context.locale(), TYPE)), open);
    }

    private static void fill(Div place, ScreenContext context, RecordData account) {
        Query open = Query.of(TYPE)
                .where(Rsql.equal("account", account.id()) + ";status==open")
                .sortedBy("dueOn")
                .reading("name", "dueOn")
                .limitedTo(SHOWN);
        Records records = context.records();
        Caller caller = context.caller();
        context.fill(place, () -> records.list(caller, open).items(), found -> show(place, context, found));
    }

    private static void show(Div place, ScreenContext context, List<RecordData> open) {
        open.forEach(found -> place.add(line(context, found)));
        if (open.isEmpty()) {
            place.add(new Paragraph(context.text(TYPE + ".panel.none")));
        }
    }

    private static Div line(ScreenContext context, RecordData found) {
        org.sencrm.api.record.Reference target =
                new org.sencrm.api.record.Reference(TYPE, found.id(), found.text("name"));
        Button link = new Button(target.label(), click -> context.open(target));
        link.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return new Div(link, new Span(" " + context.format(found.get("dueOn"))));
    }
}
