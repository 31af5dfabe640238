package org.sencrm.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.DomEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.field.FormState;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.field.ValueView;
import org.sencrm.ui.field.Values;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** One value of a record with its label. A click makes it an input; leaving that saves, with a way back. */
final class Fact extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient Field field;
    private final transient Supplier<Editor> editors;
    private final transient RecordStore store;
    private final HtmlContainer value = new HtmlContainer("dd");
    private final NativeButton edit = new NativeButton();
    private transient Editor editor;
    /** The record as the person saw it when the input opened: what others save meanwhile is a conflict, not a base. */
    private transient RecordData seen;
    /** What the rules make of the record as it was last shown. */
    private transient FormState rules;

    /** Whether what stands in the input was answered already: leaving it does not ask the same again. */
    private boolean answered;

    /** @param editors makes an editor for the field; null where the person may not change it */
    Fact(HostContext context, RecordType type, Field field, Supplier<Editor> editors, RecordStore store) {
        this.context = context;
        this.type = type;
        this.field = field;
        this.editors = editors;
        this.store = store;
        String label = new FieldText(context).label(type, field);
        HtmlContainer term = new HtmlContainer("dt");
        term.setText(label);
        addClassName("fact");
        add(term, value);
        if (editors != null) {
            configureEdit(label);
        }
    }

    private void configureEdit(String label) {
        addClassName("editable");
        edit.addClassNames("plain", "fact-edit");
        edit.add(Icons.icon("edit"));
        edit.getElement().setAttribute("aria-label", context.text("record.editField", label));
        edit.addClickListener(event -> begin());
        value.getElement()
                .addEventListener("click", event -> begin())
                .setFilter("!event.target.closest('a, button, input, textarea')");
    }

    /** The place of the input: its own element, because the button that opened it loses the focus too. */
    private Div editing() {
        Div place = new Div(editor.component());
        place.addClassName("value-place");
        place.getElement()
                .addEventListener("focusout", this::left)
                .setFilter("!element.contains(event.relatedTarget) && !element.querySelector('[opened]')");
        place.getElement()
                .addEventListener("keydown", event -> close())
                .setFilter("event.key === 'Escape' && !element.querySelector('[opened]')");
        return place;
    }

    /** Whether somebody is changing the value. */
    boolean isEditing() {
        return editor != null;
    }

    /**
     * Shows the value of the record as it is now, unless somebody is changing it or the rules hide it.
     *
     * @param state what the rules make of the record
     */
    void show(FormState state) {
        rules = state;
        show();
    }

    private void show() {
        setVisible(editor != null || !rules.hidden().contains(field.name()));
        if (editor == null) {
            value.removeAll();
            value.add(read());
            if (editors != null) {
                value.add(edit);
            }
        }
    }

    private Component read() {
        return new ValueView(context).of(type.name(), field, store.record().get(field.name()));
    }

    private void begin() {
        if (editor != null) {
            return;
        }
        seen = store.record();
        Editor opened = editors.get();
        editor = opened;
        editor.show(seen.get(field.name()));
        editor.offer(rules.choices().get(field.name()));
        editor.require(rules.required().contains(field.name()));
        answered = false;
        editor.whenChanged(() -> {
            // an input that leaves the page with the focus tells its last value, also after Esc
            if (editor != opened) {
                return;
            }
            answered = false;
            // several values are chosen one after the other, so they are saved together when the input is left
            if (field.kind() != FieldKind.CHOICES && field.kind() != FieldKind.REFERENCES) {
                save();
            }
        });
        value.removeAll();
        value.add(editing());
        editor.focus();
    }

    private void left(DomEvent event) {
        if (editor != null && !answered) {
            save();
        }
    }

    private void save() {
        if (editor.isUnreadable()) {
            editor.refuse(context.text("form.unreadable"));
            return;
        }
        Object before = seen.get(field.name());
        Object after = editor.value();
        if (Values.same(before, after)) {
            close();
            return;
        }
        save(Collections.singletonMap(field.name(), after));
    }

    private void save(Map<String, Object> patch) {
        Map<String, Object> back = new HashMap<>();
        patch.keySet().forEach(name -> back.put(name, seen.get(name)));
        answered = true;
        store.save(seen, patch, saved -> finish(back), invalid -> refuse(invalid, patch));
    }

    private void finish(Map<String, Object> back) {
        close();
        String label = new FieldText(context).label(type, field);
        context.informWithUndo(
                context.text("record.fieldSaved", label),
                () -> store.save(
                        store.record(),
                        back,
                        undone -> context.inform(context.text("record.fieldUndone", label)),
                        context::report));
    }

    private void refuse(InvalidRecord invalid, Map<String, Object> patch) {
        if (editor == null) {
            context.report(invalid);
            return;
        }
        String own = invalid.message(field.name()).orElse(null);
        if (own == null && MissingFields.canAsk(invalid.errors())) {
            askForOthers(invalid, patch);
            return;
        } else if (own == null) {
            context.report(invalid);
        }
        refuse(own == null ? invalid.getMessage() : own);
    }

    private void refuse(String message) {
        editor.refuse(message);
        editor.focus();
    }

    /** A value may bring up other fields that are needed then, or make their choices impossible: these are asked for. */
    private void askForOthers(InvalidRecord invalid, Map<String, Object> patch) {
        new MissingFields(
                        context,
                        type,
                        invalid.getMessage(),
                        invalid.errors(),
                        filled -> {
                            Map<String, Object> whole = new HashMap<>(patch);
                            whole.putAll(filled);
                            save(whole);
                        },
                        () -> refuse(invalid.getMessage()))
                .open();
    }

    private void close() {
        if (editor != null) {
            editor = null;
            show();
            // the input that had the focus is gone; a person who went on to something else keeps that
            edit.getElement()
                    .executeJs("if (!document.activeElement || document.activeElement === document.body) {"
                            + "this.focus();}");
        }
    }

    /** What a fact needs of the page around it. */
    interface RecordStore {

        /** The record as it was last read. */
        RecordData record();

        /**
         * Saves; then the page shows the new record before the answer is given.
         *
         * @param seen the record on which the change is based
         */
        void save(
                RecordData seen,
                Map<String, Object> patch,
                java.util.function.Consumer<RecordData> onSaved,
                java.util.function.Consumer<InvalidRecord> onRefused);
    }
}
