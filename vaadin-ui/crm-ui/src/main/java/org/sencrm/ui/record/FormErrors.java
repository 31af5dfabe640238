package org.sencrm.ui.record;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Function;
import org.sencrm.api.fault.FieldError;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.HostContext;

/** What is wrong in a form, in one place: each entry leads to its field. Read out when it appears. */
final class FormErrors extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final String type;
    private final transient FieldText words;

    FormErrors(HostContext context, String type) {
        this.context = context;
        this.type = type;
        this.words = new FieldText(context);
        addClassNames("banner", "bad", "form-errors");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void clear() {
        removeAll();
        setVisible(false);
    }

    /**
     * Shows each error here and at its field.
     *
     * @param editors gives the editor of a field; null where the form has none
     */
    void show(String message, List<FieldError> errors, Function<String, Editor> editors) {
        clear();
        UnorderedList entries = new UnorderedList();
        for (FieldError error : errors) {
            Editor editor = error.field() == null ? null : editors.apply(error.field());
            if (editor != null) {
                editor.refuse(error.message());
            }
            entries.add(entry(error, editor));
        }
        add(new Div(new Span(message), entries));
        setVisible(true);
        errors.stream()
                .map(FieldError::field)
                .filter(field -> field != null && editors.apply(field) != null)
                .findFirst()
                .ifPresentOrElse(field -> editors.apply(field).focus(), this::scrollIntoView);
    }

    private ListItem entry(FieldError error, Editor editor) {
        String text =
                error.field() == null ? error.message() : words.label(type, error.field()) + ": " + error.message();
        if (editor == null) {
            return new ListItem(text);
        }
        NativeButton jump = new NativeButton(text, event -> editor.focus());
        jump.addClassNames("plain", "link");
        jump.getElement().setAttribute("title", context.text("form.jump"));
        return new ListItem(jump);
    }
}
