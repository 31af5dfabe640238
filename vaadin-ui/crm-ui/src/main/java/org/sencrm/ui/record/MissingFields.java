package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.HostContext;

/** Asks for what a module said is missing before it takes a change, such as why a deal was lost; then tries again. */
public final class MissingFields extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final String PASSWORD = "password";

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient Map<String, Supplier<Object>> inputs = new LinkedHashMap<>();
    private final Div form = new Div();

    /**
     * @param errors as they were answered; those at fields become inputs
     * @param onFilled gets the values by field, each as the Java type of the field's kind, else as text
     * @param onCancel run where the person thinks better of it
     */
    public MissingFields(
            HostContext context,
            RecordType type,
            String message,
            List<FieldError> errors,
            Consumer<Map<String, Object>> onFilled,
            Runnable onCancel) {
        this.context = context;
        this.type = type;
        setHeaderTitle(context.text("missing.title"));
        form.addClassName("form");
        form.add(new Paragraph(message));
        errors.stream().filter(error -> error.field() != null).forEach(this::ask);
        add(form);
        Button save = new Button(context.text("form.save"), event -> {
            close();
            Map<String, Object> filled = new HashMap<>();
            inputs.forEach((field, value) -> filled.put(field, value.get()));
            onFilled.accept(filled);
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("form.cancel"), event -> cancel(onCancel)), save);
        addDialogCloseActionListener(event -> cancel(onCancel));
    }

    /** Whether there is anything in these errors that a person can fill in. */
    public static boolean canAsk(List<FieldError> errors) {
        return errors.stream().anyMatch(error -> error.field() != null);
    }

    private void cancel(Runnable onCancel) {
        close();
        onCancel.run();
    }

    private void ask(FieldError error) {
        Field field = type.field(error.field()).orElse(null);
        Editors editors = new Editors(context, null);
        if (field != null && editors.canEdit(field)) {
            Editor editor = editors.of(type, field);
            editor.refuse(error.message());
            form.add(editor.component());
            inputs.put(field.name(), editor::value);
            return;
        }
        String label = new FieldText(context).label(type.name(), error.field());
        if (PASSWORD.equals(error.field())) {
            PasswordField input = new PasswordField(label);
            input.setHelperText(error.message());
            form.add(input);
            inputs.put(error.field(), input::getValue);
        } else {
            TextField input = new TextField(label);
            input.setHelperText(error.message());
            form.add(input);
            inputs.put(error.field(), input::getValue);
        }
    }
}
