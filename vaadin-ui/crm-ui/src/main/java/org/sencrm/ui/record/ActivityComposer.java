package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** Writes down what was said or plans what comes next, without leaving the record. */
final class ActivityComposer extends Div {

    private static final long serialVersionUID = 1L;

    private static final List<String> LOGGED = List.of("note", "call", "meeting", "email");
    private static final String PLANNED = "task";

    private final transient HostContext context;
    private final transient Reference record;
    private final transient Runnable onAdded;
    private final transient RecordType type;
    private final Div form = new Div();

    ActivityComposer(HostContext context, Reference record, Runnable onAdded) {
        this.context = context;
        this.record = record;
        this.onAdded = onAdded;
        this.type = context.types().get(Activities.TYPE);
        addClassName("composer");
        form.addClassName("form");
        form.setVisible(false);
        add(openers(), form);
    }

    private Div openers() {
        Div row = new Div();
        row.addClassName("row");
        LOGGED.forEach(kind -> row.add(opener(kind, context.text("composer." + kind), false)));
        row.add(opener(PLANNED, context.text("composer.plan"), true));
        return row;
    }

    private Button opener(String kind, String label, boolean planned) {
        Button button =
                new Button(label, Icons.icon(planned ? "clock" : Activities.icon(kind)), event -> open(kind, planned));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    /** Opens the form for something that happened, or that is to happen. */
    void open(String kind, boolean planned) {
        form.removeAll();
        TextField subject = new TextField(context.text(planned ? "composer.todo" : "composer.subject"));
        subject.setRequiredIndicatorVisible(true);
        Editors editors = new Editors(context, null);
        Editor note = editors.of(type, type.field(Activities.NOTE).orElseThrow());
        Editor due = planned ? editors.of(type, type.field(Activities.DUE).orElseThrow()) : null;
        form.add(subject);
        if (planned) {
            form.add(due.component());
        }
        form.add(note.component());
        Button save = new Button(context.text("form.save"), event -> save(kind, subject, note, due));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button cancel = new Button(context.text("form.cancel"), event -> form.setVisible(false));
        Div buttons = new Div(save, cancel);
        buttons.addClassName("row");
        form.add(buttons);
        form.setVisible(true);
        subject.focus();
    }

    private void save(String kind, TextField subject, Editor note, Editor due) {
        if (subject.getValue().isBlank()) {
            subject.setErrorMessage(context.text("form.required"));
            subject.setInvalid(true);
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put(Activities.NAME, subject.getValue().strip());
        values.put(Activities.KIND, kind);
        values.put(Activities.REGARDING, record);
        values.put(Activities.NOTE, note.value());
        values.put(due == null ? Activities.DONE : Activities.DUE, due == null ? Instant.now() : due.value());
        try {
            context.records().create(context.caller(), Activities.TYPE, values);
            form.setVisible(false);
            onAdded.run();
        } catch (InvalidRecord refused) {
            subject.setErrorMessage(refused.errors().get(0).message());
            subject.setInvalid(true);
        } catch (Fault fault) {
            context.report(fault);
        }
    }
}
