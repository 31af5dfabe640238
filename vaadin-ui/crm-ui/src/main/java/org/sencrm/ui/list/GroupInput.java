package org.sencrm.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** Asks for conditions, and for groups of them, that belong together. */
final class GroupInput extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient FieldPaths fields;
    private final transient Runnable onChange;
    private final int depth;
    private final RadioButtonGroup<Boolean> match = new RadioButtonGroup<>();
    private final Div rows = new Div();
    /** What each row asks for; empty while something is missing in it. */
    private final transient Map<Component, Supplier<Optional<Filter.Part>>> asked = new LinkedHashMap<>();

    /** @param depth in how many groups it lies */
    GroupInput(HostContext context, FieldPaths fields, int depth, Runnable onChange) {
        this.context = context;
        this.fields = fields;
        this.depth = depth;
        this.onChange = onChange;
        addClassName("filter-group");
        getElement().setAttribute("role", "group").setAttribute("aria-label", context.text("filter.group"));
        match.setLabel(context.text("filter.match"));
        match.setItems(true, false);
        match.setItemLabelGenerator(all -> context.text(all ? "filter.match.all" : "filter.match.any"));
        match.setValue(true);
        match.addValueChangeListener(event -> onChange.run());
        rows.addClassName("filter-rows");
        Div buttons = new Div(button("filter.addCondition", () -> addCondition().focus()));
        buttons.addClassNames("row", "tight");
        if (depth + 1 < Filter.DEEPEST) {
            buttons.add(
                    button("filter.addGroup", () -> addGroup().addCondition().focus()));
        }
        add(match, rows, buttons);
    }

    private Button button(String key, Runnable work) {
        Button button = new Button(context.text(key), Icons.icon("plus"), event -> {
            work.run();
            onChange.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    void show(Filter.Group group) {
        rows.removeAll();
        asked.clear();
        match.setValue(group.all());
        for (Filter.Part part : group.parts()) {
            if (part.condition() != null) {
                addCondition().show(part.condition());
            } else if (part.group() != null && depth + 1 < Filter.DEEPEST) {
                addGroup().show(part.group());
            } else {
                addWritten(part);
            }
        }
    }

    ConditionInput addCondition() {
        ConditionInput input = new ConditionInput(context, fields, onChange);
        addRow(input, () -> input.condition().map(Filter.Part::of));
        return input;
    }

    private GroupInput addGroup() {
        GroupInput group = new GroupInput(context, fields, depth + 1, onChange);
        addRow(group, () -> group.group().map(Filter.Part::of));
        return group;
    }

    /** A part that only RSQL can say stays as it is written, or goes. */
    private void addWritten(Filter.Part part) {
        Span text = new Span(new ConditionText(context, fields).words(part));
        text.addClassNames("written", "cut", "grow");
        addRow(text, () -> Optional.of(part));
    }

    private void addRow(Component input, Supplier<Optional<Filter.Part>> part) {
        Button remove = new Button(Icons.icon("close"));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.getElement().setAttribute("aria-label", context.text("filter.removeRow"));
        Div row = new Div(input, remove);
        row.addClassName("filter-row");
        remove.addClickListener(event -> {
            rows.remove(row);
            asked.remove(input);
            onChange.run();
        });
        rows.add(row);
        asked.put(input, part);
    }

    /** What it asks for; empty while something is missing somewhere in it. */
    Optional<Filter.Group> group() {
        List<Filter.Part> parts = new ArrayList<>();
        for (Map.Entry<Component, Supplier<Optional<Filter.Part>>> row : asked.entrySet()) {
            if (row.getKey() instanceof GroupInput group && group.asked.isEmpty()) {
                continue;
            }
            Optional<Filter.Part> part = row.getValue().get();
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(new Filter.Group(match.getValue(), parts));
    }

    /** Shows what is missing. */
    void refuse() {
        asked.forEach((input, part) -> {
            if (input instanceof GroupInput group) {
                group.refuse();
            } else if (input instanceof ConditionInput condition && part.get().isEmpty()) {
                condition.refuse();
            }
        });
    }
}
