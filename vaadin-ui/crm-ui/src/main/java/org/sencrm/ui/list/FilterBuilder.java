package org.sencrm.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import java.util.function.Consumer;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Query;
import org.sencrm.ui.host.HostContext;

/** The whole filter: conditions and groups above, the same in RSQL below; each follows the other. */
final class FilterBuilder extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient FieldPaths fields;
    private final transient Consumer<String> onApply;
    private final GroupInput group;
    private final TextArea rsql = new TextArea();
    /** Whether the rows are being filled, which is no change of the person's. */
    private boolean showing;

    /** @param onApply gets the filter in RSQL, which the server understands */
    FilterBuilder(HostContext context, FieldPaths fields, Consumer<String> onApply) {
        this.context = context;
        this.fields = fields;
        this.onApply = onApply;
        setHeaderTitle(context.text("filter.builder"));
        addClassName("filter-builder");
        getElement().setAttribute("theme", "wide");
        group = new GroupInput(context, fields, 0, this::write);
        rsql.setLabel(context.text("filter.rsql"));
        rsql.setHelperText(context.text("filter.rsql.help"));
        rsql.addClassName("rsql");
        rsql.getElement().setAttribute("spellcheck", "false");
        rsql.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                read(event.getValue());
            }
        });
        Div form = new Div(group, rsql);
        form.addClassName("filter-form");
        add(form);
        Button apply = new Button(context.text("filter.apply"), event -> apply());
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("form.cancel"), event -> close()), apply);
    }

    void show(Filter filter) {
        rsql.setValue(filter.rsql());
        read(rsql.getValue());
        if (filter.isEmpty()) {
            group.addCondition().focus();
        }
    }

    private void read(String text) {
        showing = true;
        group.show(Filter.parse(text, fields).group());
        showing = false;
        rsql.setInvalid(false);
    }

    private void write() {
        if (!showing) {
            rsql.setInvalid(false);
            written().ifPresent(rsql::setValue);
        }
    }

    /** What the rows say; empty while something is missing in one of them. */
    private Optional<String> written() {
        return group.group().map(asked -> Filter.of(asked).rsql());
    }

    private void apply() {
        if (written().isEmpty()) {
            group.refuse();
            return;
        }
        String asked = rsql.getValue().strip();
        try {
            context.records()
                    .list(
                            context.caller(),
                            Query.of(fields.type().name())
                                    .where(asked)
                                    .reading("id")
                                    .limitedTo(1));
        } catch (Fault refused) {
            rsql.setErrorMessage(context.explain(refused));
            rsql.setInvalid(true);
            rsql.focus();
            return;
        }
        close();
        onApply.accept(asked);
    }
}
