package org.sencrm.ui.list;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.function.Consumer;
import org.sencrm.ui.host.HostContext;

/** Asks for one condition. */
final class FilterEditor extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<Condition> onApply;
    private final ConditionInput input;

    FilterEditor(HostContext context, FieldPaths fields, Consumer<Condition> onApply) {
        this.onApply = onApply;
        setHeaderTitle(context.text("filter.title"));
        addClassName("filter-editor");
        getElement().setAttribute("theme", "narrow");
        input = new ConditionInput(context, fields, () -> {});
        Div form = new Div(input);
        form.addClassName("form");
        add(form);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                input.focus();
            }
        });
        Button apply = new Button(context.text("filter.apply"), event -> apply());
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(context.text("form.cancel"), event -> close()), apply);
    }

    /** Begins with the values of a condition that is there already. */
    void show(Condition condition) {
        input.show(condition);
    }

    private void apply() {
        Optional<Condition> asked = input.condition();
        if (asked.isEmpty()) {
            input.refuse();
            return;
        }
        close();
        onApply.accept(asked.get());
    }
}
