package org.sencrm.ui.list;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sencrm.api.access.Access;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;

/** Asks for the name of a view and who shall see it. */
final class SaveViewDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final String PRIVATE = "private";

    private final transient HostContext context;
    private final transient Map<String, Object> values;
    private final transient Consumer<RecordData> onSaved;
    private final TextField name;
    private final RadioButtonGroup<String> scope = new RadioButtonGroup<>();

    SaveViewDialog(HostContext context, RecordType type, String kind, ListState state, Consumer<RecordData> onSaved) {
        this.context = context;
        this.onSaved = onSaved;
        this.values = patch(state);
        values.put("type", type.name());
        values.put("kind", kind);
        setHeaderTitle(context.text("list.saveView"));
        name = new TextField(context.text("list.viewName"));
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        scope.setLabel(context.text("list.viewScope"));
        scope.setItems(scopes(context));
        scope.setItemLabelGenerator(code -> context.text("list.viewScope." + code));
        scope.setValue(PRIVATE);
        scope.setVisible(scopes(context).size() > 1);
        Div form = new Div(name, scope);
        form.addClassName("form");
        add(form);
        Button save = new Button(context.text("form.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(context.text("form.cancel"), event -> close()), save);
    }

    /** For whom the person may save views: a team is offered only to those who have one. */
    static List<String> scopes(HostContext context) {
        Access access = context.services().access();
        if (!access.mayShare(context.caller(), SavedViews.TYPE)) {
            return List.of(PRIVATE);
        }
        return access.profile(context.caller()).teams().isEmpty()
                ? List.of(PRIVATE, "all")
                : List.of(PRIVATE, "team", "all");
    }

    /** What a view keeps of what a list shows. */
    static Map<String, Object> patch(ListState state) {
        Map<String, Object> kept = new HashMap<>();
        kept.put("filter", emptyToNull(state.filter()));
        kept.put("sort", emptyToNull(state.sort()));
        kept.put("columns", emptyToNull(String.join(",", state.columns())));
        kept.put("groupBy", emptyToNull(state.by()));
        return kept;
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void save() {
        if (name.getValue().isBlank()) {
            name.setErrorMessage(context.text("form.required"));
            name.setInvalid(true);
            return;
        }
        values.put("name", name.getValue().strip());
        values.put("scope", scope.getValue());
        try {
            RecordData view = context.records().create(context.caller(), SavedViews.TYPE, values);
            close();
            onSaved.accept(view);
        } catch (Fault refused) {
            context.report(refused);
        }
    }
}
