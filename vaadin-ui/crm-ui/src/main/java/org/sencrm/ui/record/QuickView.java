package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.Initials;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/**
 * A record beside the list it stands in: main facts, next step, what happened last. The list stays as it is, and its keys
 * go on from row to row; on a phone this is a page.
 */
public final class QuickView extends Section {

    private static final long serialVersionUID = 1L;

    /** What a row's button for this has as its class; its {@code data-id} is the record. */
    public static final String OPENER = "peek";

    private static final String ID_OF_ROW = "event.target.closest('.peek').dataset.id";
    /** The row from which the person looks: the keys of the list count from there. */
    private static final String FOCUS_ROW = """
            if (!document.activeElement?.matches('a.row-link')) {
              document.querySelector(`a.row-link[data-id='${$0}']`)?.focus();
            }
            """;

    private static final String FOCUS_ON_PHONE = "if (innerWidth <= 720) { this.focus(); }";

    private final transient HostContext context;
    private final transient RecordType type;
    private transient RecordData record;

    public QuickView(HostContext context, RecordType type) {
        this.context = context;
        this.type = type;
        addClassNames("side-panel", "quick-view", "stack");
        getElement().setAttribute("tabindex", "-1");
        setVisible(false);
        context.whenChanged(this, type.name(), this::reload);
    }

    /** Opens for each row of this list whose button is pressed. */
    public void follow(Div list) {
        list.getElement()
                .addEventListener(
                        "click",
                        event -> show(Long.parseLong(event.getEventData().getString(ID_OF_ROW))))
                .setFilter("event.target.closest('." + OPENER + "')")
                .addEventData(ID_OF_ROW);
    }

    public boolean isOpen() {
        return record != null;
    }

    /** Shows a record; nothing is shown of one that is not there. */
    public void show(long id) {
        try {
            record = context.records().get(context.caller(), type.name(), id);
            draw();
        } catch (NotFound gone) {
            close();
        } catch (Fault unreadable) {
            context.report(unreadable);
        }
    }

    /**
     * Gives the keys back to the row whose record is shown, unless a row has them: that may be the next one, which is shown in
     * a moment.
     */
    public void focusRow() {
        if (record != null) {
            getElement().executeJs(FOCUS_ROW, Long.toString(record.id()));
        }
    }

    public void close() {
        focusRow();
        record = null;
        setVisible(false);
        removeAll();
    }

    private void reload() {
        if (record != null) {
            RecordData before = record;
            show(before.id());
        }
    }

    private void draw() {
        String name = context.format(record.get(type.labelField()));
        Reference reference = new Reference(type.name(), record.id(), name);
        removeAll();
        add(head(name), new MainFacts(context, type, record));
        if (Activities.concern(context, type.name())) {
            add(new NextStep(context, reference, this::reload));
        }
        add(new LastEntries(context, reference));
        getElement().setAttribute("aria-label", context.text("quick.of", name));
        setVisible(true);
        getElement().executeJs(FOCUS_ON_PHONE);
    }

    private Header head(String name) {
        Anchor open = new Anchor(Addresses.record(type.name(), record.id()));
        open.add(Icons.icon("link"), new Span(context.text("quick.open")));
        open.addClassName("button-link");
        open.getElement().setAttribute("router-link", true);
        Div buttons = new Div(open);
        buttons.addClassName("row");
        if (context.may(Right.UPDATE, type.name())) {
            long id = record.id();
            buttons.add(new Button(
                    context.text("record.edit"),
                    Icons.icon("edit"),
                    event -> QuickForm.edit(context, type, id, saved -> reload())));
        }
        H2 title = new H2(name);
        title.addClassName("grow");
        Div who = new Div(Initials.avatar(name, "l"), title, closeButton());
        who.addClassNames("row", "tight");
        return new Header(who, buttons);
    }

    private Button closeButton() {
        Button close = new Button(Icons.icon("close"), event -> close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        close.getElement()
                .setAttribute("aria-label", context.text("action.close"))
                .setAttribute("title", context.text("form.closeTitle"));
        return close;
    }
}
