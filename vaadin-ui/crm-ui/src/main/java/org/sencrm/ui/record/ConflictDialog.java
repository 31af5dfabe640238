package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.field.RelativeTime;
import org.sencrm.ui.host.HostContext;

/** Shows what two people made of the same fields and lets one of them choose, field by field. */
public final class ConflictDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordType type;
    private final long id;
    private final transient Map<String, Object> patch;
    private final transient Conflict conflict;
    private final transient Consumer<RecordData> onSaved;
    private final transient FieldText words;
    private final Map<String, RadioButtonGroup<Boolean>> choices = new LinkedHashMap<>();

    /** @param patch what the person wanted to save */
    public ConflictDialog(
            HostContext context,
            RecordType type,
            long id,
            Map<String, Object> patch,
            Conflict conflict,
            Consumer<RecordData> onSaved) {
        this.context = context;
        this.type = type;
        this.id = id;
        this.patch = patch;
        this.conflict = conflict;
        this.onSaved = onSaved;
        this.words = new FieldText(context);
        setHeaderTitle(context.text("conflict.title"));
        Div form = new Div(new Paragraph(context.text("conflict.text")));
        form.addClassName("form");
        conflict.changed().stream()
                .filter(changed -> patch.containsKey(changed.field()))
                .forEach(changed -> form.add(choice(changed)));
        add(form);
        Button save = new Button(context.text("form.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("form.cancel"), event -> close()), save);
    }

    private RadioButtonGroup<Boolean> choice(Conflict.Changed changed) {
        String mine = shown(changed.field(), patch.get(changed.field()));
        String theirs = shown(changed.field(), changed.theirs());
        String by = context.format(changed.by());
        String when = new RelativeTime(context).past(changed.at());
        RadioButtonGroup<Boolean> group = new RadioButtonGroup<>();
        group.setLabel(words.label(type.name(), changed.field()));
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        group.setItems(true, false);
        group.setItemLabelGenerator(yours ->
                yours ? context.text("conflict.yours", mine) : context.text("conflict.theirs", theirs, by, when));
        group.setValue(true);
        choices.put(changed.field(), group);
        return group;
    }

    private String shown(String field, Object value) {
        return value == null ? context.text("value.none") : words.value(type.name(), field, value);
    }

    private void save() {
        Map<String, Object> chosen = new HashMap<>(patch);
        choices.forEach((field, group) -> {
            if (!group.getValue()) {
                chosen.remove(field);
            }
        });
        close();
        if (chosen.isEmpty()) {
            onSaved.accept(context.records().get(context.caller(), type.name(), id));
            return;
        }
        new Saver(
                        context,
                        type.name(),
                        id,
                        onSaved,
                        context::report,
                        again -> new ConflictDialog(context, type, id, chosen, again, onSaved).open())
                .save(conflict.version(), chosen);
    }
}
