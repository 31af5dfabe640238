package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.NewTarget;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** A form at the right edge of the page, so that the place in the list is not lost; a page of its own on a phone. */
public final class QuickForm extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient Consumer<RecordData> onSaved;
    private final RecordForm form;

    private QuickForm(HostContext context, RecordType type, String title, Consumer<RecordData> onSaved) {
        this.context = context;
        this.type = type;
        this.onSaved = onSaved;
        form = new RecordForm(context, type, new Closing());
        getElement().setAttribute("theme", "side");
        setHeaderTitle(title);
        getHeader().add(closeButton());
        add(form);
        // while a close listener is there the dialog stays open until it says otherwise
        addDialogCloseActionListener(event -> leave());
        setCloseOnOutsideClick(false);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                form.focusFirst();
            }
        });
    }

    /**
     * Opens a form for a new record.
     *
     * @param suggested values filled in, by field
     */
    public static void create(
            HostContext context, RecordType type, Map<String, Object> suggested, Consumer<RecordData> onSaved) {
        Locale locale = context.locale();
        String one = context.messages().one(locale, type.name()).toLowerCase(locale);
        QuickForm quick = new QuickForm(context, type, context.text("form.newTitle", one), onSaved);
        quick.form.create(suggested);
        quick.open();
    }

    /** Opens a form for a record that is there; reports where it is not. */
    public static void edit(HostContext context, RecordType type, long id, Consumer<RecordData> onSaved) {
        try {
            RecordData record = context.records().get(context.caller(), type.name(), id);
            String name = context.format(record.get(type.labelField()));
            QuickForm quick = new QuickForm(context, type, name, onSaved);
            quick.form.edit(record);
            quick.open();
        } catch (Fault gone) {
            context.report(gone);
        }
    }

    /** Lets editors of references make the record they are to point to, in a form of its own. */
    static NewTarget target(HostContext context) {
        return (target, name, then) -> {
            RecordType type = context.types().get(target);
            create(
                    context,
                    type,
                    Map.of(type.labelField(), name),
                    saved -> then.accept(
                            new Reference(target, saved.id(), context.format(saved.get(type.labelField())))));
        };
    }

    private Button closeButton() {
        Button close = new Button(Icons.icon("close"), event -> leave());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        close.getElement().setAttribute("aria-label", context.text("action.close"));
        close.getElement().setAttribute("title", context.text("form.closeTitle"));
        return close;
    }

    private void leave() {
        if (form.hasUnsaved()) {
            new DiscardDialog(context, () -> {
                        form.discard();
                        close();
                    })
                    .open();
        } else {
            close();
        }
    }

    /** Whatever becomes of the form, the panel goes. */
    private final class Closing implements RecordForm.Outcome {

        @Override
        public void saved(RecordData record) {
            close();
            onSaved.accept(record);
        }

        @Override
        public void cancelled() {
            form.discard();
            close();
        }

        @Override
        public void deleted(RecordData record) {
            close();
            Trash.tell(context, type, record);
        }
    }
}
