package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.sencrm.ui.host.HostContext;

/** Asks before typed values are given up. */
public final class DiscardDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** @param onDiscard run where the values are not wanted any more */
    public DiscardDialog(HostContext context, Runnable onDiscard) {
        setHeaderTitle(context.text("discard.title"));
        add(new Paragraph(context.text("discard.text")));
        Button discard = new Button(context.text("discard.discard"), event -> {
            close();
            onDiscard.run();
        });
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        Button keep = new Button(context.text("discard.keep"), event -> close());
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        keep.setAutofocus(true);
        getFooter().add(discard, keep);
    }
}
