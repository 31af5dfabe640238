package org.sencrm.ui.record;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.api.duplicate.Side;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.field.Values;
import org.sencrm.ui.host.HostContext;

/** Two records side by side: the fields in which they differ, and whose value each of them keeps. */
final class Comparison extends HtmlContainer {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient RecordData mine;
    private final transient RecordData theirs;
    private final transient FieldText words;
    private final Map<String, Side> choices = new LinkedHashMap<>();

    Comparison(HostContext context, RecordType type, RecordData mine, RecordData theirs, Editors editors) {
        super("table");
        this.context = context;
        this.type = type;
        this.mine = mine;
        this.theirs = theirs;
        this.words = new FieldText(context);
        addClassName("comparison");
        HtmlContainer rows = new HtmlContainer("tbody");
        type.fields().stream().filter(field -> differs(field, editors)).forEach(field -> rows.add(row(field)));
        add(head(), rows);
        if (choices.isEmpty()) {
            HtmlContainer cell = new HtmlContainer("td");
            cell.getElement().setAttribute("colspan", "3");
            cell.add(new Paragraph(context.text("merge.same")));
            HtmlContainer row = new HtmlContainer("tr");
            row.add(cell);
            rows.add(row);
        }
    }

    /** Id of the record that goes. */
    long going() {
        return theirs.id();
    }

    /** By field, whose value is kept. */
    Map<String, Side> choices() {
        return Map.copyOf(choices);
    }

    private boolean differs(Field field, Editors editors) {
        return !field.readOnly()
                && editors.canEdit(field)
                && mine.values().containsKey(field.name())
                && !Values.same(mine.get(field.name()), theirs.get(field.name()));
    }

    private HtmlContainer head() {
        HtmlContainer row = new HtmlContainer("tr");
        for (String text :
                new String[] {context.text("history.field"), context.text("merge.mine"), context.text("merge.theirs")
                }) {
            HtmlContainer cell = new HtmlContainer("th");
            cell.setText(text);
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        HtmlContainer head = new HtmlContainer("thead");
        head.add(row);
        return head;
    }

    private HtmlContainer row(Field field) {
        HtmlContainer label = new HtmlContainer("th");
        label.setText(words.label(type, field));
        label.getElement().setAttribute("scope", "row");
        HtmlContainer row = new HtmlContainer("tr");
        row.add(label);
        boolean theirsOnly = mine.get(field.name()) == null;
        choices.put(field.name(), theirsOnly ? Side.THEIRS : Side.MINE);
        Map<Side, RecordData> sides = new EnumMap<>(Map.of(Side.MINE, mine, Side.THEIRS, theirs));
        sides.forEach((side, record) -> row.add(cell(field, side, record)));
        return row;
    }

    private HtmlContainer cell(Field field, Side side, RecordData record) {
        String value = record.get(field.name()) == null
                ? context.text("value.none")
                : words.value(type.name(), field, record.get(field.name()));
        Input radio = new Input();
        radio.setType("radio");
        radio.getElement().setAttribute("name", "merge-" + field.name());
        if (choices.get(field.name()) == side) {
            radio.getElement().setAttribute("checked", true);
        }
        radio.getElement().addEventListener("change", event -> choices.put(field.name(), side));
        HtmlContainer label = new HtmlContainer("label");
        label.add(radio, new Span(value));
        HtmlContainer cell = new HtmlContainer("td");
        cell.add(label);
        return cell;
    }
}
