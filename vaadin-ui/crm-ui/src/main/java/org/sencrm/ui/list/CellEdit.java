package org.sencrm.ui.list;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collections;
import java.util.Map;
import java.util.function.Consumer;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.field.Values;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.record.ConflictDialog;
import org.sencrm.ui.record.Saver;

/** One cell of a list that is an input for a while: Enter or leaving it saves, with a way back; Esc leaves all as it was. */
final class CellEdit {

    private final HostContext context;
    private final RecordType type;
    private final Field field;
    private final RecordData seen;
    private final Grid<RecordData> grid;
    private final Grid.Column<RecordData> column;
    private final Consumer<RecordData> onSaved;
    private final Runnable onClosed;
    private final Editor editor;
    private final FieldText words;
    private boolean answered;
    private boolean closed;

    /**
     * @param seen the record as the person saw it
     * @param onSaved gets the record as it is then
     * @param onClosed run when the cell shows its value again
     */
    CellEdit(
            HostContext context,
            RecordType type,
            Field field,
            RecordData seen,
            Grid<RecordData> grid,
            Consumer<RecordData> onSaved,
            Runnable onClosed) {
        this.context = context;
        this.type = type;
        this.field = field;
        this.seen = seen;
        this.grid = grid;
        this.column = grid.getColumnByKey(field.name());
        this.onSaved = onSaved;
        this.onClosed = onClosed;
        this.words = new FieldText(context);
        this.editor = new Editors(context, null).of(type, field);
    }

    void open() {
        editor.show(seen.get(field.name()));
        editor.whenChanged(() -> {
            // an input that leaves the page with the focus tells its last value, also after Esc
            if (closed) {
                return;
            }
            answered = false;
            // several values are chosen one after the other, so they are saved together when the input is left
            if (field.kind() != FieldKind.CHOICES && field.kind() != FieldKind.REFERENCES) {
                save();
            }
        });
        Div place = new Div(editor.component());
        place.addClassNames("value-place", "cell-edit");
        place.getElement()
                .addEventListener("focusout", event -> left())
                .setFilter("!element.contains(event.relatedTarget) && !element.querySelector('[opened]')");
        // the keys of the input are none of the list's
        place.getElement()
                .addEventListener(
                        "keydown", event -> pressed(event.getEventData().getString("event.key")))
                .setFilter("(event.stopPropagation() || true) && (event.key === 'Escape' || event.key === 'Enter'"
                        + " && event.target.localName !== 'textarea') && !element.querySelector('[opened]')")
                .addEventData("event.key");
        column.setEditorComponent(place);
        grid.getEditor().editItem(seen);
        // the cell is drawn by the browser, and only then can its input take the focus
        place.getElement()
                .executeJs("requestAnimationFrame(() => setTimeout(() => $0.focus(), 50))", editor.component());
    }

    private void pressed(String key) {
        if ("Escape".equals(key)) {
            close();
        } else if (!answered) {
            save();
        }
    }

    private void left() {
        if (!answered) {
            save();
        }
    }

    private void save() {
        if (answered) {
            return;
        }
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
        answered = true;
        save(seen.version(), after, saved -> {
            close();
            onSaved.accept(saved);
            offerUndo(saved, before);
        });
    }

    private void save(long version, Object value, Consumer<RecordData> done) {
        Map<String, Object> patch = Collections.singletonMap(field.name(), value);
        new Saver(context, type.name(), seen.id(), done, this::refuse, conflict -> {
                    close();
                    new ConflictDialog(context, type, seen.id(), patch, conflict, onSaved).open();
                })
                .save(version, patch);
    }

    private void offerUndo(RecordData saved, Object before) {
        String label = words.label(type, field);
        context.informWithUndo(
                context.text("record.fieldSaved", label),
                () -> save(saved.version(), before, undone -> {
                    onSaved.accept(undone);
                    context.inform(context.text("record.fieldUndone", label));
                }));
    }

    private void refuse(InvalidRecord invalid) {
        String own = invalid.message(field.name()).orElse(null);
        if (own == null || !grid.getEditor().isOpen()) {
            context.report(invalid);
        }
        editor.refuse(own == null ? invalid.getMessage() : own);
        editor.focus();
    }

    /** Shows the value again. */
    private void close() {
        answered = true;
        closed = true;
        if (grid.getEditor().isOpen()) {
            grid.getEditor().closeEditor();
            // while another cell of a row is an input, this one shows its value
            column.setEditorComponent(record -> new Span(words.value(type.name(), field, record.get(field.name()))));
            onClosed.run();
        }
    }
}
