package org.sencrm.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.AriaName;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** Search, the parts of the filter as chips, and the button that adds one. */
public final class FilterBar extends Div {

    private static final long serialVersionUID = 1L;

    private static final int TYPING_MILLIS = 200;

    private final transient HostContext context;
    private final transient Consumer<ListState> onChange;
    private final transient Consumer<ListState> onTyped;
    private final TextField search = new TextField();
    private final Div chips = new Div();
    private transient FieldPaths fields;
    private transient ListState state = ListState.ALL;
    private transient Filter filter;

    /**
     * @param onChange gets the state that the person asks for
     * @param onTyped the same while words are being typed: no step back for every letter
     */
    public FilterBar(HostContext context, Consumer<ListState> onChange, Consumer<ListState> onTyped) {
        this.context = context;
        this.onChange = onChange;
        this.onTyped = onTyped;
        addClassNames("toolbar", "filter-bar");
        configureSearch();
        chips.addClassNames("row", "chips");
        Button add = new Button(context.text("filter.button"), Icons.icon("filter"), event -> ask(null, -1));
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button whole = new Button(context.text("filter.advanced"), event -> build());
        whole.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Span gap = new Span();
        gap.addClassName("grow");
        add(search, chips, add, whole, gap);
    }

    public void show(RecordType shownType, ListState shownState) {
        fields = new FieldPaths(context.types(), shownType);
        state = shownState;
        filter = Filter.parse(state.filter(), fields);
        if (!search.getValue().strip().equals(state.words())) {
            search.setValue(state.words());
        }
        chips.removeAll();
        ConditionText words = new ConditionText(context, fields);
        List<Filter.Part> parts = filter.parts();
        for (int i = 0; i < parts.size(); i++) {
            int index = i;
            Condition condition = parts.get(i).condition();
            chips.add(new FilterChip(
                    context,
                    words.words(parts.get(i)),
                    condition == null ? this::build : () -> ask(condition, index),
                    () -> change(filter.without(index).rsql())));
        }
    }

    private void configureSearch() {
        search.setPlaceholder(context.text("list.search"));
        search.setPrefixComponent(Icons.icon("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_MILLIS);
        AriaName.give(search, context.text("list.search"));
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                onTyped.accept(state.matching(event.getValue().strip()));
            }
        });
    }

    private void ask(Condition condition, int index) {
        FilterEditor editor = new FilterEditor(
                context,
                fields,
                asked -> change((index < 0 ? filter.with(asked) : filter.replaced(index, asked)).rsql()));
        if (condition != null) {
            editor.show(condition);
        }
        editor.open();
    }

    private void build() {
        FilterBuilder builder = new FilterBuilder(context, fields, this::change);
        builder.show(filter);
        builder.open();
    }

    private void change(String rsql) {
        onChange.accept(state.filtered(rsql));
    }
}
