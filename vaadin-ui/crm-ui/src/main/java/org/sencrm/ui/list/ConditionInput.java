package org.sencrm.ui.list;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.host.HostContext;

/** Asks for one condition: which field, how compared, with what. */
final class ConditionInput extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient FieldPaths fields;
    private final transient ConditionText words;
    private final transient Editors editors;
    private final transient Runnable onChange;
    private final ComboBox<FieldPath> field = new ComboBox<>();
    private final Select<Operator> operator = new Select<>();
    private final Div valuePlace = new Div();
    private transient Editor value;
    private ComboBox<Boolean> yesNo;
    private PeriodInput period;

    /** @param onChange run whenever something else was chosen or typed */
    ConditionInput(HostContext context, FieldPaths fields, Runnable onChange) {
        this.context = context;
        this.fields = fields;
        this.words = new ConditionText(context, fields);
        this.editors = new Editors(context, null);
        this.onChange = onChange;
        field.setLabel(context.text("filter.field"));
        field.setItems(fields.offered(context));
        field.setItemLabelGenerator(words::label);
        field.addValueChangeListener(event -> offerOperators(event.getValue()));
        operator.setLabel(context.text("filter.operator"));
        operator.setItemLabelGenerator(each -> context.text(each.messageKey()));
        operator.setEnabled(false);
        operator.addValueChangeListener(event -> offerValue());
        valuePlace.addClassName("value-place");
        addClassName("condition");
        add(field, operator, valuePlace);
    }

    void focus() {
        field.focus();
    }

    /** Begins with the values of a condition that is there already. */
    void show(Condition condition) {
        fields.find(condition.field()).ifPresent(found -> {
            field.setValue(found);
            operator.setValue(condition.operator());
            Object held = words.value(found.field(), condition);
            if (period != null) {
                period.show(condition.values().get(0));
            } else if (yesNo != null) {
                yesNo.setValue((Boolean) held);
            } else if (value != null) {
                value.show(held);
            }
        });
    }

    private void offerOperators(FieldPath chosen) {
        List<Operator> offered =
                chosen == null ? List.of() : Operator.of(chosen.field().kind());
        operator.setItems(offered);
        operator.setEnabled(!offered.isEmpty());
        offered.stream().findFirst().ifPresent(operator::setValue);
        field.setInvalid(false);
    }

    private void offerValue() {
        valuePlace.removeAll();
        value = null;
        yesNo = null;
        period = null;
        if (field.getValue() != null
                && operator.getValue() != null
                && operator.getValue().takesValue()) {
            offerValue(field.getValue());
        }
        onChange.run();
    }

    private void offerValue(FieldPath chosen) {
        if (operator.getValue() == Operator.DURING) {
            period = new PeriodInput(context, onChange);
            valuePlace.add(period);
        } else if (chosen.field().kind() == FieldKind.BOOLEAN) {
            yesNo = new ComboBox<>(context.text("filter.value"));
            yesNo.setItems(true, false);
            yesNo.setItemLabelGenerator(context::format);
            yesNo.addValueChangeListener(event -> onChange.run());
            valuePlace.add(yesNo);
        } else {
            value = editors.of(chosen.owner(), asked(chosen.field()));
            value.component().getElement().setProperty("label", context.text("filter.value"));
            value.whenChanged(onChange);
            valuePlace.add(value.component());
        }
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

    /** What stands in it; empty while something is missing. */
    Optional<Condition> condition() {
        if (field.getValue() == null || operator.getValue() == null) {
            return Optional.empty();
        }
        List<String> values = values();
        boolean whole = !operator.getValue().takesValue() || !values.isEmpty();
        return whole
                ? Optional.of(new Condition(field.getValue().selector(), operator.getValue(), values))
                : Optional.empty();
    }

    private List<String> values() {
        if (period != null) {
            return ConditionText.texts(period.value());
        }
        return ConditionText.texts(yesNo != null ? yesNo.getValue() : value == null ? null : value.value());
    }

    /** Shows what is missing. */
    void refuse() {
        if (field.getValue() == null) {
            field.setInvalid(true);
        } else if (value != null) {
            value.refuse(context.text("filter.valueMissing"));
        }
    }
}
