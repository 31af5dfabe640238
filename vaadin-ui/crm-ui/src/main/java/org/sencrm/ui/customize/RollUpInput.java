package org.sencrm.ui.customize;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.field.RollUp;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;

/** Inputs for a roll-up: what is made, of which records, of which of their fields. */
final class RollUpInput extends Div {

    private static final long serialVersionUID = 1L;

    private static final List<FieldKind> TAKEN = List.of(
            FieldKind.NUMBER,
            FieldKind.MONEY,
            FieldKind.DURATION,
            FieldKind.PERCENT,
            FieldKind.DATE,
            FieldKind.DATE_TIME);

    private final transient HostContext context;
    private final Select<RollUp.Function> function = new Select<>();
    private final Select<Pointer> source = new Select<>();
    private final Select<String> field = new Select<>();
    private final TextField filter = new TextField();

    RollUpInput(HostContext context, String type, RollUp stored) {
        this.context = context;
        addClassName("settings-fields");
        function.setLabel(context.text("fields.rollUp.function"));
        function.setItems(RollUp.Function.values());
        function.setItemLabelGenerator(one -> one == null ? "" : context.text("fields.rollUp.function." + one.code()));
        source.setLabel(context.text("fields.rollUp.source"));
        source.setItems(pointers(type));
        source.setItemLabelGenerator(this::label);
        field.setLabel(context.text("fields.rollUp.field"));
        field.setItemLabelGenerator(this::label);
        filter.setLabel(context.text("fields.rollUp.filter"));
        filter.setHelperText(context.text("fields.rollUp.filter.help"));
        function.addValueChangeListener(event -> offer());
        source.addValueChangeListener(event -> offer());
        begin(stored);
        add(function, source, field, filter);
    }

    private void begin(RollUp stored) {
        function.setValue(stored == null ? RollUp.Function.COUNT : stored.function());
        if (stored != null) {
            source.setValue(new Pointer(stored.type(), stored.by()));
            field.setValue(stored.field());
            filter.setValue(stored.filter());
        }
    }

    /** Everything that points to the type. */
    private List<Pointer> pointers(String type) {
        List<Pointer> pointers = new ArrayList<>();
        for (RecordType from : context.types().all()) {
            from.fields().stream()
                    .filter(one -> one.kind() == FieldKind.REFERENCE && !one.system())
                    .filter(one -> one.targets().contains(type) || one.targets().contains("*"))
                    .forEach(one -> pointers.add(new Pointer(from.name(), one.name())));
        }
        return pointers;
    }

    private void offer() {
        String before = field.getValue();
        boolean counting = function.getValue() == RollUp.Function.COUNT;
        field.setVisible(!counting);
        List<String> possible = source.getValue() == null
                ? List.of()
                : context.types().get(source.getValue().type()).fields().stream()
                        .filter(one -> !one.system() && TAKEN.contains(one.kind()))
                        .map(Field::name)
                        .toList();
        field.setItems(possible);
        field.setValue(before != null && possible.contains(before) ? before : null);
    }

    private String label(Pointer pointer) {
        return pointer == null
                ? ""
                : context.messages().many(context.locale(), pointer.type()) + " · "
                        + context.messages().field(context.locale(), pointer.type(), pointer.by());
    }

    private String label(String name) {
        return name == null || source.getValue() == null
                ? ""
                : context.messages().field(context.locale(), source.getValue().type(), name);
    }

    Map<String, Object> value() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("function", function.getValue().code());
        members.put("type", source.getValue() == null ? "" : source.getValue().type());
        members.put("by", source.getValue() == null ? "" : source.getValue().by());
        if (function.getValue() != RollUp.Function.COUNT && field.getValue() != null) {
            members.put("field", field.getValue());
        }
        members.put("filter", filter.getValue());
        return members;
    }

    /** A reference field of another type. */
    private record Pointer(String type, String by) {}
}
