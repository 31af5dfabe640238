package org.sencrm.ui.record;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;

/**
 * A form for a record of any type: new, or to be changed. What was typed stays until it is saved or given up; leaving
 * the page with unsaved values asks first.
 */
public final class RecordForm extends Div {

    private static final long serialVersionUID = 1L;

    /** What is being typed reaches the server when its input loses the focus, so it loses it for a moment. */
    private static final String SAVE_KEY = """
        if (!this.savesByKey) {
          this.savesByKey = true;
          this.addEventListener('keydown', event => {
            if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
              event.preventDefault();
              event.stopPropagation();
              const input = document.activeElement;
              input.blur();
              this.dispatchEvent(new CustomEvent('form-save'));
              input.focus();
            }
          }, true);
        }
        """;

    /** What is typed is handed over while it is typed, so that a reload does not cost it. */
    private static final String HAND_OVER = """
            if (!this.handsOver) {
              this.handsOver = true;
              let timer;
              this.addEventListener('input', event => {
                const input = event.target;
                if (input.closest('vaadin-text-field, vaadin-text-area, vaadin-email-field')) {
                  clearTimeout(timer);
                  timer = setTimeout(() => input.dispatchEvent(new Event('change', {bubbles: true})), 500);
                }
              });
            }
            """;

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient Outcome outcome;
    private final Div restored = new Div();
    private final transient Drafts drafts = Drafts.of(VaadinSession.getCurrent());
    /** Version of the record on which what stands in the form is based. */
    private long seen;

    private final FormErrors errors;
    private final FormFields fields;
    private final Button delete;
    private transient RecordData record;
    private transient Registration leaving;

    /** What becomes of a form. */
    public interface Outcome {

        void saved(RecordData record);

        void cancelled();

        /** The record was put into the trash. */
        void deleted(RecordData record);
    }

    public RecordForm(HostContext context, RecordType type, Outcome outcome) {
        this.context = context;
        this.type = type;
        this.outcome = outcome;
        errors = new FormErrors(context, type.name());
        fields = new FormFields(context, type, QuickForm.target(context));
        delete = new Button(context.text("form.delete"), event -> delete());
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        addClassName("record-form");
        restored.addClassNames("banner", "info", "row");
        restored.getElement().setAttribute("role", "status");
        restored.setVisible(false);
        add(errors, restored, fields, buttons());
        fields.whenChanged(() -> drafts.keep(type.name(), id(), new Drafts.Draft(seen, fields.changed())));
        getElement().addEventListener("form-save", event -> save());
    }

    private Div buttons() {
        Button save = new Button(context.text("form.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.getElement().setAttribute("title", context.text("form.saveTitle"));
        Span gap = new Span();
        gap.addClassName("grow");
        Div buttons = new Div(save, new Button(context.text("form.cancel"), event -> cancel()), gap, delete);
        buttons.addClassNames("row", "form-buttons");
        return buttons;
    }

    /** Begins a new record with some values filled in. */
    public void create(Map<String, Object> suggested) {
        record = null;
        delete.setVisible(false);
        fields.begin(context.types().initialValues(type.name()));
        seen = 0;
        suggested.forEach(fields::suggest);
        bringBack(() -> create(suggested));
        new DuplicateHint(context, type, fields::editor).watch();
    }

    /** Begins to change a record. */
    public void edit(RecordData shown) {
        record = shown;
        seen = shown.version();
        delete.setVisible(context.may(Right.DELETE, type.name()));
        fields.begin(shown.values());
        bringBack(() -> edit(shown));
    }

    private long id() {
        return record == null ? 0 : record.id();
    }

    /** @param again begins without what was typed before */
    private void bringBack(Runnable again) {
        restored.removeAll();
        restored.setVisible(false);
        drafts.find(type.name(), id()).ifPresent(draft -> {
            seen = draft.version();
            draft.values().forEach(fields::suggest);
            Button discard = new Button(context.text("draft.discard"), event -> {
                discard();
                again.run();
            });
            discard.addThemeVariants(ButtonVariant.LUMO_SMALL);
            restored.add(new Span(context.text("draft.restored")), discard);
            restored.setVisible(true);
        });
    }

    /** Forgets what was typed and not saved. */
    void discard() {
        drafts.forget(type.name(), id());
    }

    private void cancel() {
        if (!hasUnsaved()) {
            discard();
        }
        outcome.cancelled();
    }

    public void focusFirst() {
        fields.focusFirst();
    }

    /** Whether there is anything that would be lost. */
    public boolean hasUnsaved() {
        return !fields.changed().isEmpty();
    }

    /** Saves, or shows at the fields why not. */
    public void save() {
        errors.clear();
        fields.clearRefusals();
        List<FieldError> unreadable = fields.unreadable().stream()
                .map(editor -> new FieldError(
                        editor.field().name(),
                        "format",
                        context.text(editor.isIncomplete() ? "form.incomplete" : "form.unreadable")))
                .toList();
        if (!unreadable.isEmpty()) {
            show(context.text("form.notSaved"), unreadable);
        } else if (record == null) {
            createRecord();
        } else {
            updateRecord(fields.changed());
        }
    }

    private void createRecord() {
        try {
            finish(context.records().create(context.caller(), type.name(), fields.changed()));
        } catch (InvalidRecord refused) {
            refuse(refused);
        } catch (Fault fault) {
            context.report(fault, this::createRecord);
        }
    }

    private void updateRecord(Map<String, Object> patch) {
        if (patch.isEmpty()) {
            outcome.cancelled();
            return;
        }
        new Saver(
                        context,
                        type.name(),
                        record.id(),
                        this::finish,
                        this::refuse,
                        conflict ->
                                new ConflictDialog(context, type, record.id(), patch, conflict, this::finish).open())
                .save(seen, patch);
    }

    private void refuse(InvalidRecord refused) {
        show(refused.getMessage(), refused.errors());
    }

    private void show(String message, List<FieldError> found) {
        fields.reveal(
                found.stream().map(FieldError::field).filter(Objects::nonNull).toList());
        errors.show(message, found, fields::editor);
    }

    private void finish(RecordData saved) {
        discard();
        // a second click that was already on its way finds nothing left to save
        record = saved;
        seen = saved.version();
        fields.begin(saved.values());
        outcome.saved(saved);
    }

    private void delete() {
        try {
            context.records().delete(context.caller(), type.name(), record.id(), record.version());
            discard();
            fields.begin(record.values());
            outcome.deleted(record);
        } catch (Fault refused) {
            context.report(refused, this::delete);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        leaving = event.getUI().addBeforeLeaveListener(this::beforeLeave);
        getElement().executeJs(SAVE_KEY);
        getElement().executeJs(HAND_OVER);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        leaving.remove();
    }

    private void beforeLeave(BeforeLeaveEvent event) {
        if (hasUnsaved() && !event.isPostponed()) {
            BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
            new DiscardDialog(context, () -> {
                        discard();
                        leave.proceed();
                    })
                    .open();
        }
    }
}
