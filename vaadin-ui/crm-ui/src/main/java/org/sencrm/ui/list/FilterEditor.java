package org.sencrm.ui.list;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.host.HostContext;

/** Asks for one condition: which field, how compared, with what. */
final class FilterEditor extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient ConditionText words;
    private final transient Editors editors;
    private final transient Consumer<Condition> onApply;
    private final ComboBox<Field> field = new ComboBox<>();
    private final Select<Operator> operator = new Select<>();
    private final Div valuePlace = new Div();
    private transient Editor value;
    private ComboBox<Boolean> yesNo;

    FilterEditor(HostContext context, RecordType type, Consumer<Condition> onApply) {
        this.context = context;
        this.type = type;
        this.words = new ConditionText(context, type);
        this.editors = new Editors(context, null);
        this.onApply = onApply;
        setHeaderTitle(context.text("filter.title"));
        addClassName("filter-editor");
        getElement().setAttribute("theme", "narrow");
        configureField();
        configureOperator();
        valuePlace.addClassName("value-place");
        Div form = new Div(field, operator, valuePlace);
        form.addClassName("form");
        add(form);
        configureButtons();
    }

    /** Begins with the values of a condition that is there already. */
    void show(Condition condition) {
        type.field(condition.field()).ifPresent(found -> {
            field.setValue(found);
            operator.setValue(condition.operator());
            Object held = words.value(found, condition);
            if (yesNo != null) {
                yesNo.setValue((Boolean) held);
            } else if (value != null) {
                value.show(held);
            }
        });
    }

    private void configureField() {
        Set<String> hidden = context.services().access().hiddenFields(context.caller(), type.name());
        List<Field> offered = type.fields().stream()
                .filter(candidate -> !Operator.of(candidate.kind()).isEmpty())
                .filter(candidate -> !hidden.contains(candidate.name()) && !"id".equals(candidate.name()))
                .toList();
        field.setLabel(context.text("filter.field"));
        field.setItems(offered);
        field.setItemLabelGenerator(words::label);
        field.addValueChangeListener(event -> offerOperators(event.getValue()));
        field.setAutofocus(true);
    }

    private void offerOperators(Field chosen) {
        List<Operator> offered = chosen == null ? List.of() : Operator.of(chosen.kind());
        operator.setItems(offered);
        operator.setEnabled(!offered.isEmpty());
        offered.stream().findFirst().ifPresent(operator::setValue);
    }

    private void configureOperator() {
        operator.setLabel(context.text("filter.operator"));
        operator.setItemLabelGenerator(each -> context.text(each.messageKey()));
        operator.setEnabled(false);
        operator.addValueChangeListener(event -> offerValue());
    }

    private void offerValue() {
        valuePlace.removeAll();
        value = null;
        yesNo = null;
        Field chosen = field.getValue();
        if (chosen == null
                || operator.getValue() == null
                || !operator.getValue().takesValue()) {
            return;
        }
        if (chosen.kind() == FieldKind.BOOLEAN) {
            yesNo = new ComboBox<>(context.text("filter.value"));
            yesNo.setItems(true, false);
            yesNo.setItemLabelGenerator(context::format);
            valuePlace.add(yesNo);
            return;
        }
        value = editors.of(type, asked(chosen));
        value.component().getElement().setProperty("label", context.text("filter.value"));
        valuePlace.add(value.component());
    }

    /** The field as a filter asks for it: several choices and records at once, amounts without a currency. */
    private static Field asked(Field field) {
        FieldKind kind = switch (field.kind()) {
            case CHOICE -> FieldKind.CHOICES;
            case REFERENCE -> field.target() == null ? FieldKind.REFERENCE : FieldKind.REFERENCES;
            case MONEY -> FieldKind.NUMBER;
            case LONG_TEXT, RICH_TEXT, ADDRESS, EMAIL -> FieldKind.TEXT;
            default -> field.kind();
        };
        return new Field(
                field.name(),
                kind,
                false,
                false,
                false,
                false,
                0,
                field.targets(),
                field.options(),
                false,
                false,
                false);
    }

    private void configureButtons() {
        Button apply = new Button(context.text("filter.apply"), event -> apply());
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(context.text("form.cancel"), event -> close()), apply);
    }

    private void apply() {
        if (field.getValue() == null || operator.getValue() == null) {
            field.setInvalid(field.getValue() == null);
            return;
        }
        List<String> values =
                ConditionText.texts(yesNo != null ? yesNo.getValue() : value == null ? null : value.value());
        if (operator.getValue().takesValue() && values.isEmpty()) {
            if (value != null) {
                value.refuse(context.text("filter.valueMissing"));
            }
            return;
        }
        close();
        onApply.accept(new Condition(field.getValue().name(), operator.getValue(), values));
    }
}
