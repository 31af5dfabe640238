package org.sencrm.ui.transfer;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.host.HostContext;

/** Lets a person choose what a value of the file stands for, for all rows that have it. */
final class ReplacementDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param target the field that the value goes to: a choice or a reference to one type
     * @param onChosen told the value to read instead
     */
    ReplacementDialog(Wizard wizard, Target target, String value, Consumer<String> onChosen) {
        HostContext context = wizard.context();
        setHeaderTitle(wizard.text("import.replace.title", value));
        RecordType owner = context.types().get(wizard.draft().type());
        Editor editor = new Editors(context, null).of(owner, target.field());
        if (editor.component() instanceof HasSize sized) {
            sized.setWidthFull();
        }
        Paragraph hint = new Paragraph(wizard.text("import.replace.hint", value));
        hint.addClassName("muted");
        add(hint, editor.component());
        Button use = new Button(wizard.text("import.replace.use"), event -> {
            close();
            onChosen.accept(asText(editor.value()));
        });
        use.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        use.setEnabled(false);
        editor.whenChanged(() -> use.setEnabled(editor.value() != null));
        getFooter().add(new Button(wizard.text("work.cancel"), event -> close()), use);
        setWidth("min(480px, 94vw)");
    }

    private static String asText(Object chosen) {
        return chosen instanceof Reference reference ? reference.label() : String.valueOf(chosen);
    }
}
