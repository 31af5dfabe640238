package org.sencrm.ui.customize;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sencrm.ui.host.HostContext;

/** Asks to which section a field shall go, for those who do not drag. */
final class PartDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    PartDialog(
            HostContext context,
            String field,
            List<LayoutDraft.Part> parts,
            LayoutDraft.Part here,
            Function<LayoutDraft.Part, String> heading,
            Consumer<LayoutDraft.Part> onChoose) {
        setHeaderTitle(context.text("layout.moveTo", field));
        setWidth("min(420px, 92vw)");
        Div list = new Div();
        list.addClassNames("stack", "move-menu");
        for (LayoutDraft.Part part : parts) {
            Button button = new Button(heading.apply(part), event -> {
                close();
                onChoose.accept(part);
            });
            button.setEnabled(part != here);
            list.add(button);
        }
        add(list);
        Button cancel = new Button(context.text("form.cancel"), event -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel);
    }
}
