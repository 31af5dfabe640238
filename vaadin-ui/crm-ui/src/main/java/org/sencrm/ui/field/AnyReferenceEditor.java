package org.sencrm.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;

/** A reference to a record of one of several types: what kind of record, then which. */
final class AnyReferenceEditor implements Editor {

    private final HostContext context;
    private final Field field;
    private final String label;
    private final ReferenceInputs inputs;
    private final Div component = new Div();
    private final Select<RecordType> type = new Select<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private ComboBox<Reference> record;

    AnyReferenceEditor(HostContext context, Field field, String label, ReferenceInputs inputs) {
        this.context = context;
        this.field = field;
        this.label = label;
        this.inputs = inputs;
        component.addClassName("any-reference");
        type.setLabel(context.text("form.kindOfRecord"));
        type.setItems(targets());
        type.setItemLabelGenerator(chosen -> context.messages().one(context.locale(), chosen.name()));
        type.addValueChangeListener(event -> configureRecord(event.getValue()));
        component.add(type);
        targets().stream().findFirst().ifPresent(type::setValue);
    }

    private List<RecordType> targets() {
        return context.types().all().stream()
                .filter(candidate ->
                        field.targets().contains("*") || field.targets().contains(candidate.name()))
                .filter(candidate ->
                        !candidate.administrative() && !candidate.group().isEmpty())
                .filter(candidate -> context.may(Right.READ, candidate.name()))
                .toList();
    }

    private void configureRecord(RecordType chosen) {
        if (record != null) {
            component.remove(record);
        }
        record = inputs.combo(chosen, label);
        record.setRequiredIndicatorVisible(field.required());
        record.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                listeners.forEach(Runnable::run);
            }
        });
        component.add(record);
    }

    @Override
    public Field field() {
        return field;
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public Object value() {
        return record == null ? null : record.getValue();
    }

    @Override
    public void show(Object value) {
        if (value == null) {
            if (record != null) {
                record.clear();
            }
            return;
        }
        Reference reference = (Reference) value;
        targets().stream()
                .filter(candidate -> candidate.name().equals(reference.type()))
                .findFirst()
                .ifPresent(target -> {
                    type.setValue(target);
                    record.setValue(reference);
                });
    }

    @Override
    public boolean isUnreadable() {
        return false;
    }

    @Override
    public void refuse(String message) {
        if (record != null) {
            record.setErrorMessage(message);
            record.setInvalid(message != null);
        }
    }

    @Override
    public void focus() {
        if (record != null) {
            record.focus();
        }
    }

    @Override
    public void whenChanged(Runnable work) {
        listeners.add(work);
    }
}
