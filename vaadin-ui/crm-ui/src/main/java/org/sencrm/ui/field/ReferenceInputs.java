package org.sencrm.ui.field;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;

/** Inputs for references: a name is typed, the record is found, or made on the spot. */
final class ReferenceInputs {

    private final HostContext context;
    private final NewTarget newTarget;
    private final FieldText words;

    ReferenceInputs(HostContext context, NewTarget newTarget) {
        this.context = context;
        this.newTarget = newTarget;
        this.words = new FieldText(context);
    }

    /** For a field that may point to records of this one type. */
    Editor single(RecordType target, Field field, String label) {
        return new ValueEditor<>(field, combo(target, label), reference -> reference, Reference.class::cast);
    }

    Editor several(RecordType target, Field field, String label) {
        MultiSelectComboBox<Reference> combo = new MultiSelectComboBox<>(label);
        combo.setPageSize(Lookup.PAGE);
        combo.setItems(new Lookup(context, target).provider());
        combo.getLazyDataView().setItemCountUnknown();
        combo.setItemLabelGenerator(words::reference);
        return new ValueEditor<Set<Reference>>(
                field,
                combo,
                chosen -> List.copyOf(chosen),
                value -> ((Collection<?>) value)
                        .stream().map(Reference.class::cast).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** For a field that may point to records of several types: the type is chosen first. */
    Editor any(Field field, String label) {
        return new AnyReferenceEditor(context, field, label, this);
    }

    ComboBox<Reference> combo(RecordType target, String label) {
        ComboBox<Reference> combo = new ComboBox<>(label);
        Lookup lookup = new Lookup(context, target);
        combo.setPageSize(Lookup.PAGE);
        combo.setItems(lookup.provider());
        combo.getLazyDataView().setItemCountUnknown();
        combo.setItemLabelGenerator(words::reference);
        if (newTarget != null && !target.administrative() && context.may(Right.CREATE, target.name())) {
            combo.setAllowCustomValue(true);
            combo.setPlaceholder(context.text("form.findOrCreate"));
            combo.addCustomValueSetListener(event -> settle(combo, lookup, target, event.getDetail()));
        }
        return combo;
    }

    /** A name typed in full stands for the one record that fits it; otherwise a new one is offered. */
    private void settle(ComboBox<Reference> combo, Lookup lookup, RecordType target, String typed) {
        List<Reference> fitting = lookup.find(typed, 2);
        if (fitting.size() == 1) {
            combo.setValue(fitting.get(0));
        } else {
            newTarget.offer(target.name(), typed, combo::setValue);
        }
    }
}
