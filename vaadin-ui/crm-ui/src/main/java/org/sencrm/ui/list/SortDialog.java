package org.sencrm.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.HostContext;

/** Asks for an order by several fields: by the first, and where that is the same, by the next. */
final class SortDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** As many as the engine takes in one order. */
    private static final int MOST = 5;

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient List<Field> sortable;
    private final Div rows = new Div();

    /**
     * @param sortable the fields to choose from
     * @param onApply gets the order as in {@link org.sencrm.api.record.Query}
     */
    SortDialog(HostContext context, RecordType type, List<Field> sortable, ListState state, Consumer<String> onApply) {
        this.context = context;
        this.type = type;
        this.sortable = sortable;
        setHeaderTitle(context.text("sort.title"));
        getElement().setAttribute("theme", "narrow");
        rows.addClassName("sort-rows");
        IntStream.range(0, MOST).forEach(place -> rows.add(new Row(place)));
        show(state.sortFields());
        add(rows);
        Button usual = new Button(context.text("sort.usual"), event -> {
            close();
            onApply.accept("");
        });
        usual.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button apply = new Button(context.text("filter.apply"), event -> {
            close();
            onApply.accept(order());
        });
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(usual, new Button(context.text("form.cancel"), event -> close()), apply);
    }

    private List<Row> all() {
        return rows.getChildren().map(Row.class::cast).toList();
    }

    private void show(List<String> order) {
        List<Row> all = all();
        IntStream.range(0, Math.min(MOST, order.size()))
                .forEach(place -> all.get(place).show(order.get(place)));
        showRows();
    }

    /** One more than are filled in: the next field of the order. */
    private void showRows() {
        long filled = all().stream().filter(Row::isFilled).count();
        all().forEach(row -> row.setVisible(row.isFilled() || row.place <= filled));
    }

    private String order() {
        return all().stream().filter(Row::isFilled).map(Row::order).distinct().collect(Collectors.joining(","));
    }

    private final class Row extends Div {

        private static final long serialVersionUID = 1L;

        private final int place;
        private final ComboBox<Field> field = new ComboBox<>();
        private final Select<Boolean> falling = new Select<>();

        Row(int place) {
            this.place = place;
            addClassName("sort-row");
            FieldText words = new FieldText(context);
            field.setLabel(context.text(place == 0 ? "sort.by" : "sort.then"));
            field.setItems(sortable);
            field.setItemLabelGenerator(each -> words.label(type, each));
            field.setClearButtonVisible(true);
            field.setAutofocus(place == 0);
            field.addValueChangeListener(event -> showRows());
            falling.setLabel(context.text("sort.direction"));
            falling.setItems(false, true);
            falling.setItemLabelGenerator(down -> context.text(down ? "sort.falling" : "sort.rising"));
            falling.setValue(false);
            add(field, falling);
        }

        boolean isFilled() {
            return field.getValue() != null;
        }

        void show(String key) {
            boolean down = key.startsWith("-");
            String name = down ? key.substring(1) : key;
            sortable.stream().filter(each -> each.name().equals(name)).forEach(field::setValue);
            falling.setValue(down);
        }

        String order() {
            return (falling.getValue() ? "-" : "") + field.getValue().name();
        }
    }
}
