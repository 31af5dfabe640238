package org.sencrm.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.ui.host.HostContext;

/** Asks for the static set into which records of a list are put; a name that no set has makes a new one. */
public final class AddToSet extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final String type;
    private final transient Map<String, Object> records;
    private final transient Runnable onAdded;
    private final ComboBox<String> name = new ComboBox<>();
    private final transient List<RecordData> sets;

    /** @param records as the action {@code add} of sets takes them */
    public AddToSet(HostContext context, String type, Map<String, Object> records, Runnable onAdded) {
        this.context = context;
        this.type = type;
        this.records = records;
        this.onAdded = onAdded;
        this.sets = sets();
        setHeaderTitle(context.text("set.add"));
        name.setLabel(context.text("set.name"));
        name.setHelperText(context.text("set.name.help"));
        name.setItems(sets.stream().map(set -> set.text("name")).distinct().toList());
        name.setAllowCustomValue(true);
        name.addCustomValueSetListener(event -> name.setValue(event.getDetail().strip()));
        Div form = new Div(name);
        form.addClassName("form");
        add(form);
        Button save = new Button(context.text("set.add.do"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("form.cancel"), event -> close()), save);
    }

    /** Whether the person may do it at all. */
    public static boolean offered(HostContext context) {
        return context.types().find(SetPanel.SETS).isPresent() && context.may(Right.CREATE, SetPanel.SETS);
    }

    private List<RecordData> sets() {
        Query query = Query.of(SetPanel.SETS)
                .where("kind==static;" + Rsql.equal("type", type))
                .sortedBy("name")
                .reading("name")
                .limitedTo(Query.MAX_LIMIT);
        return context.records().list(context.caller(), Right.UPDATE, query).items();
    }

    private void save() {
        String chosen = name.getValue();
        if (chosen == null || chosen.isBlank()) {
            name.setInvalid(true);
            name.setErrorMessage(context.text("set.name.missing"));
            return;
        }
        Caller caller = context.caller();
        Records all = context.records();
        context.background(
                () -> all.inTransaction(() -> put(all, caller, chosen)),
                result -> context.inform(context.text(isJob(result) ? "set.adding" : "set.added", chosen)),
                context::report);
        close();
        onAdded.run();
    }

    /** Everything that a list shows may be a great deal, which goes on by itself. */
    private static boolean isJob(Object result) {
        return result instanceof Map<?, ?> members && members.containsKey("job");
    }

    private Object put(Records all, Caller caller, String chosen) {
        long set = sets.stream()
                .filter(known -> chosen.equals(known.text("name")))
                .map(RecordData::id)
                .findFirst()
                .orElseGet(
                        () -> all.create(caller, SetPanel.SETS, Map.of("name", chosen, "type", type, "kind", "static"))
                                .id());
        return all.act(caller, SetPanel.SETS, set, "add", records);
    }
}
