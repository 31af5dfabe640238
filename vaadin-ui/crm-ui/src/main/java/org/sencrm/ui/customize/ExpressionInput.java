package org.sencrm.ui.customize;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.host.HostContext;

/** An input for an expression, which tells while one writes what it comes to for the newest record, or what is wrong. */
final class ExpressionInput extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final String type;
    private final transient RecordData sample;
    private final TextArea input = new TextArea();
    private final Paragraph outcome = new Paragraph();

    ExpressionInput(HostContext context, String type, String label, String expression) {
        this.context = context;
        this.type = type;
        this.sample = newest();
        addClassName("expression");
        input.setLabel(label);
        input.setHelperText(context.text("fields.expression.help", names()));
        input.setMaxLength(1_000);
        input.setWidthFull();
        input.getElement().setAttribute("spellcheck", "false");
        input.setValue(expression == null ? "" : expression);
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.addValueChangeListener(event -> check());
        outcome.addClassName("muted");
        outcome.getElement().setAttribute("role", "status");
        add(input, outcome);
        check();
    }

    TextArea input() {
        return input;
    }

    String value() {
        return input.getValue();
    }

    private RecordData newest() {
        List<RecordData> found = context.records()
                .list(context.caller(), Query.of(type).limitedTo(1))
                .items();
        return found.isEmpty() ? null : found.get(0);
    }

    private String names() {
        return context.types().get(type).fields().stream()
                .filter(field -> !field.system() && field.kind() != FieldKind.STRUCTURE)
                .filter(field -> field.kind() != FieldKind.RICH_TEXT)
                .map(Field::name)
                .collect(Collectors.joining(", "));
    }

    private void check() {
        input.setInvalid(false);
        outcome.setText("");
        if (input.getValue().isBlank()) {
            return;
        }
        try {
            long id = sample == null ? 0 : sample.id();
            Object value =
                    context.services().rules().orElseThrow().example(context.caller(), type, input.getValue(), id);
            String shown = value == null ? context.text("fields.expression.empty") : context.format(value);
            String name = Objects.toString(sample.get(context.types().get(type).labelField()), "");
            outcome.setText(context.text("fields.expression.example", name, shown));
        } catch (InvalidRecord wrong) {
            input.setErrorMessage(wrong.errors().get(0).message());
            input.setInvalid(true);
        } catch (NotFound none) {
            outcome.setText(context.text("fields.expression.noRecord"));
        } catch (Fault other) {
            outcome.setText(other.getMessage());
        }
    }
}
