package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** The star of one record: pressed while it is among the person's favourites. */
public final class FavouriteButton extends Button {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private transient Reference record;
    private boolean marked;

    public FavouriteButton(HostContext context) {
        super(Icons.icon("star"));
        this.context = context;
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        addClassName("favourite");
        getElement()
                .setAttribute("aria-label", context.text("favourite.button"))
                .setAttribute("title", context.text("favourite.button"));
        addClickListener(event -> toggle());
    }

    /** Stands for this record from now on. */
    public void show(Reference shown) {
        boolean same = record != null && record.type().equals(shown.type()) && record.id() == shown.id();
        record = shown;
        if (!same) {
            Favourites favourites = new Favourites(context.records(), context.caller());
            press(false);
            context.background(() -> favourites.has(shown.type(), shown.id()), this::press);
        }
    }

    private void press(boolean now) {
        marked = now;
        getElement().setAttribute("aria-pressed", Boolean.toString(now));
    }

    private void toggle() {
        try {
            new Favourites(context.records(), context.caller()).set(record.type(), record.id(), !marked);
            press(!marked);
        } catch (Fault refused) {
            context.report(refused);
        }
    }
}
