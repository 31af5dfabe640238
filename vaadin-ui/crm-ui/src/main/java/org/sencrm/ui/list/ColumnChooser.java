package org.sencrm.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Announcer;
import org.sencrm.ui.field.AriaName;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.HostContext;

/** Lets a person choose the columns of a list and their order. */
final class ColumnChooser extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient FieldText words;
    private final List<String> order = new ArrayList<>();
    private final Set<String> shown = new LinkedHashSet<>();
    private final Map<String, Integer> widths = new HashMap<>();
    private final UnorderedList rows = new UnorderedList();
    private final Announcer announcer = new Announcer();

    /**
     * @param widths in pixels by field, of those that are not as wide as usual
     * @param onApply gets the chosen columns in order, as {@link ColumnChoice} writes them; empty for the usual ones
     */
    ColumnChooser(
            HostContext context,
            RecordType type,
            List<Field> chosen,
            List<Field> possible,
            Map<String, Integer> widths,
            Consumer<List<String>> onApply) {
        this.context = context;
        this.type = type;
        this.words = new FieldText(context);
        this.widths.putAll(widths);
        chosen.forEach(field -> shown.add(field.name()));
        order.addAll(shown);
        possible.stream().map(Field::name).filter(name -> !shown.contains(name)).forEach(order::add);
        setHeaderTitle(context.text("columns.title"));
        rows.addClassName("column-rows");
        add(rows, announcer);
        fill();
        configureButtons(onApply);
    }

    private void configureButtons(Consumer<List<String>> onApply) {
        Button usual = new Button(context.text("columns.usual"), event -> {
            close();
            onApply.accept(List.of());
        });
        usual.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button apply = new Button(context.text("filter.apply"), event -> {
            close();
            onApply.accept(order.stream()
                    .filter(shown::contains)
                    .map(name -> new ColumnChoice(name, this.widths.getOrDefault(name, 0)).written())
                    .toList());
        });
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(usual, new Button(context.text("form.cancel"), event -> close()), apply);
    }

    private void fill() {
        rows.removeAll();
        order.forEach(name -> rows.add(row(name)));
    }

    private ListItem row(String name) {
        String label = words.label(type.name(), name);
        boolean naming = name.equals(type.labelField());
        Checkbox box = new Checkbox(label, shown.contains(name));
        box.setEnabled(!naming);
        box.addValueChangeListener(event -> {
            if (event.getValue()) {
                shown.add(name);
            } else {
                shown.remove(name);
            }
        });
        Span gap = new Span();
        gap.addClassName("grow");
        ListItem row = new ListItem(box, gap, width(name, label));
        row.addClassName("row");
        if (!naming) {
            row.add(mover("columns.up", "↑", name, label, -1), mover("columns.down", "↓", name, label, 1));
        }
        return row;
    }

    private IntegerField width(String name, String label) {
        IntegerField input = new IntegerField();
        input.setPlaceholder(context.text("columns.width.usual"));
        input.setSuffixComponent(new Span("px"));
        input.setMin(ColumnChoice.NARROWEST);
        input.setMax(ColumnChoice.WIDEST);
        input.setValue(widths.get(name));
        input.addClassName("column-width");
        AriaName.give(input, context.text("columns.width", label));
        input.addValueChangeListener(event -> {
            if (event.getValue() == null || input.isInvalid()) {
                widths.remove(name);
            } else {
                widths.put(name, event.getValue());
            }
        });
        return input;
    }

    private Button mover(String key, String sign, String name, String label, int step) {
        int target = order.indexOf(name) + step;
        Button button = new Button(sign, event -> move(name, label, step));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.getElement().setAttribute("aria-label", context.text(key, label));
        // the name stays first
        button.setEnabled(target >= 1 && target < order.size());
        return button;
    }

    private void move(String name, String label, int step) {
        int from = order.indexOf(name);
        order.remove(from);
        order.add(from + step, name);
        fill();
        announcer.say(context.text("columns.moved", label, from + step + 1));
        rows.getChildren()
                .skip(from + step)
                .limit(1)
                .flatMap(Component::getChildren)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(Button::isEnabled)
                .skip(step > 0 && from + step < order.size() - 1 ? 1 : 0)
                .findFirst()
                .ifPresent(Button::focus);
    }
}
