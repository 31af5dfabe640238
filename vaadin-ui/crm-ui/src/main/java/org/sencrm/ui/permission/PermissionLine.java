package org.sencrm.ui.permission;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Field;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.look.Icons;

/** The rights on one type, how far they reach, and the fields that stay hidden. */
final class PermissionLine extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ScreenContext context;
    private final transient Permission start;
    private final CheckboxGroup<Right> rights = new CheckboxGroup<>();
    private final Select<String> scope = new Select<>();
    private final MultiSelectComboBox<String> hidden = new MultiSelectComboBox<>();
    private final Checkbox totals = new Checkbox();

    PermissionLine(ScreenContext context, Permission permission, Consumer<PermissionLine> onRemove) {
        this.context = context;
        start = permission;
        String name = new TypeNames(context).of(permission.type());
        addClassName("permission-line");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", name);
        configureRights();
        configureScope();
        configureHidden();
        configureTotals();
        Button remove = new Button(Icons.icon("trash"), event -> onRemove.accept(this));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.getElement().setAttribute("aria-label", context.text("access.permissions.remove", name));
        add(new H3(name), rights, new Div(scope, totals), hidden, remove);
    }

    Permission value() {
        return start.granting(rights.getValue())
                .within(scope.getValue())
                .hiding(hidden.getValue())
                .totalling(totals.isVisible() && totals.getValue());
    }

    private void configureRights() {
        rights.setLabel(context.text("access.rights"));
        rights.setItems(Right.values());
        rights.setItemLabelGenerator(right -> context.text("access.right." + right.code()));
        rights.setValue(start.rights());
    }

    private void configureScope() {
        scope.setLabel(context.text("access.scope"));
        scope.setItems(Permissions.SCOPES);
        scope.setItemLabelGenerator(code -> code == null ? "" : context.text("access.scope." + code));
        scope.setValue(start.scope());
    }

    /** Only those who do not read all have less in their totals than there is. */
    private void configureTotals() {
        totals.setLabel(context.text("access.totals"));
        totals.setValue(start.totals());
        totals.getElement().setAttribute("title", context.text("access.totals.about"));
        Runnable offer = () -> totals.setVisible(
                !Permissions.ALL.equals(scope.getValue()) && rights.getValue().contains(Right.READ));
        scope.addValueChangeListener(event -> offer.run());
        rights.addValueChangeListener(event -> offer.run());
        offer.run();
    }

    private void configureHidden() {
        Set<String> fields = new TreeSet<>(start.hidden());
        context.types()
                .find(start.type())
                .ifPresent(type -> type.fields().stream()
                        .filter(field -> !field.system())
                        .map(Field::name)
                        .forEach(fields::add));
        hidden.setLabel(context.text("access.hiddenFields"));
        hidden.setItems(fields);
        hidden.setItemLabelGenerator(field -> context.messages().field(context.locale(), start.type(), field));
        hidden.setValue(start.hidden());
        hidden.setVisible(!fields.isEmpty());
    }
}
