package org.sencrm.ui.customize;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.shared.Registration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.field.RecordLayout;
import org.sencrm.api.field.RecordLayouts;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.record.DiscardDialog;

/** How the fields of a type are arranged for everybody and for each role. What was arranged stays until it is saved or given up. */
final class LayoutSection extends Section {

    private static final long serialVersionUID = 1L;

    private static final String ROLES = "roles";
    private static final int MOST_ROLES = 200;

    private final transient HostContext context;
    private final transient RecordLayouts layouts;
    private final transient Map<Long, LayoutDraft> drafts = new LinkedHashMap<>();
    private final Map<Long, String> roles = new LinkedHashMap<>();
    private final Select<Long> role = new Select<>();
    private final Paragraph state = new Paragraph();
    private final ErrorPlaces errors = new ErrorPlaces();
    private final Div conflict = new Div();
    private final LayoutParts parts;
    private final Button save;
    private final Button discard;
    private final Button reset;
    private transient RecordType type;
    private transient Registration leaving;

    LayoutSection(HostContext context, RecordType type) {
        this.context = context;
        this.type = type;
        this.layouts = context.services().layouts();
        this.parts = new LayoutParts(context, type, this::follow);
        addClassNames("card", "pad", "stack");
        getElement().setAttribute("aria-label", context.text("layout.title"));
        Paragraph about = new Paragraph(context.text("layout.about"));
        about.addClassName("muted");
        state.addClassNames("muted", "small");
        save = new Button(
                context.text("settings.save"), event -> save(draft().begun().version()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        discard = new Button(context.text("layout.discard"), event -> reload());
        reset = new Button(context.text("layout.reset"), event -> reset());
        reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        conflict.addClassNames("banner", "warn", "layout-conflict");
        conflict.getElement().setAttribute("role", "alert");
        configureRoles();
        add(new H2(context.text("layout.title")), about, role, state, errors, conflict, parts, buttons());
        show();
    }

    private void configureRoles() {
        role.setLabel(context.text("layout.for"));
        role.setWidth("min(420px, 100%)");
        role.setItemLabelGenerator(roles::get);
        offerRoles();
        role.setValue(RecordLayout.EVERYBODY);
        role.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                show();
            }
        });
    }

    /** Tells whether there are others than before. */
    private boolean offerRoles() {
        Map<Long, String> now = new LinkedHashMap<>();
        now.put(RecordLayout.EVERYBODY, context.text("layout.everybody"));
        context.records()
                .list(
                        context.caller(),
                        Query.of(ROLES).sortedBy("name").reading("name").limitedTo(MOST_ROLES))
                .items()
                .forEach(one -> now.put(one.id(), context.text("layout.role", one.text("name"))));
        if (now.equals(roles)) {
            return false;
        }
        roles.clear();
        roles.putAll(now);
        role.setItems(now.keySet());
        return true;
    }

    private Div buttons() {
        Button addPart = new Button(context.text("layout.addPart"), event -> parts.addPart());
        Span gap = new Span();
        gap.addClassName("grow");
        Div buttons = new Div(save, discard, addPart, gap, reset);
        buttons.addClassNames("row", "form-buttons");
        return buttons;
    }

    /** Whether it is about this type, be it with other fields than now. */
    boolean isAbout(RecordType now) {
        return type.name().equals(now.name());
    }

    private boolean hasUnsaved() {
        return drafts.values().stream().anyMatch(LayoutDraft::isChanged);
    }

    /** Shows what others made of it meanwhile, where nothing of one's own would be lost. */
    void refresh(RecordType now) {
        type = now;
        parts.follow(now);
        long chosen = role.getValue();
        if (offerRoles()) {
            role.setValue(roles.containsKey(chosen) ? chosen : RecordLayout.EVERYBODY);
        }
        refresh();
    }

    private void refresh() {
        drafts.values().removeIf(draft -> !draft.isChanged());
        if (!drafts.containsKey(role.getValue())) {
            show();
        }
    }

    private LayoutDraft draft() {
        return drafts.computeIfAbsent(role.getValue(), this::read);
    }

    private LayoutDraft read(long of) {
        return new LayoutDraft(
                layouts.complete(context.caller(), type.name(), of),
                name -> type.field(name).isPresent());
    }

    private void show() {
        errors.clear();
        conflict.setVisible(false);
        parts.show(draft());
        follow();
    }

    private void reload() {
        drafts.remove(role.getValue());
        show();
    }

    private void follow() {
        boolean stored = draft().begun().version() > 0;
        boolean everybody = role.getValue() == RecordLayout.EVERYBODY;
        save.setEnabled(draft().isChanged());
        discard.setEnabled(draft().isChanged());
        reset.setVisible(stored);
        reset.setText(context.text(everybody ? "layout.reset" : "layout.resetRole"));
        state.setText(context.text(
                stored ? "layout.state.own" : everybody ? "layout.state.declared" : "layout.state.everybody"));
    }

    /** @param seen the version in whose place it is stored */
    private void save(long seen) {
        long of = role.getValue();
        errors.clear();
        conflict.setVisible(false);
        try {
            // what the way back leads to is what was there, be it somebody else's
            RecordLayout before = seen == draft().begun().version()
                    ? draft().begun()
                    : layouts.complete(context.caller(), type.name(), of);
            RecordLayout saved = layouts.put(context.caller(), type.name(), of, seen, draft().description());
            reload();
            context.informWithUndo(context.text("layout.saved", roles.get(of)), () -> undo(of, before, saved));
        } catch (Conflict other) {
            showConflict(other);
        } catch (Fault refused) {
            errors.show(refused);
        }
    }

    /** What the person arranged stays in sight; nobody's work is written over unless the person says so. */
    private void showConflict(Conflict other) {
        Button theirs = new Button(context.text("layout.theirs"), event -> reload());
        Button mine = new Button(context.text("layout.mine"), event -> save(other.version()));
        Div choice = new Div(theirs, mine);
        choice.addClassName("row");
        conflict.removeAll();
        conflict.add(new Span(other.getMessage()), choice);
        conflict.setVisible(true);
        theirs.focus();
    }

    private void undo(long of, RecordLayout before, RecordLayout saved) {
        answer(() -> {
            if (before.version() == 0) {
                layouts.remove(context.caller(), type.name(), of, saved.version());
            } else {
                layouts.put(context.caller(), type.name(), of, saved.version(), LayoutDraft.description(before));
            }
        });
    }

    private void reset() {
        long of = role.getValue();
        RecordLayout before = draft().begun();
        try {
            layouts.remove(context.caller(), type.name(), of, before.version());
            reload();
            context.informWithUndo(
                    context.text("layout.removed", roles.get(of)),
                    () -> answer(
                            () -> layouts.put(context.caller(), type.name(), of, 0L, LayoutDraft.description(before))));
        } catch (Fault refused) {
            context.report(refused);
            refresh();
        }
    }

    private void answer(Runnable takingBack) {
        try {
            takingBack.run();
            refresh();
            context.inform(context.text("fields.undone"));
        } catch (Fault refused) {
            context.report(refused);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        leaving = event.getUI().addBeforeLeaveListener(this::beforeLeave);
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
                        drafts.clear();
                        leave.proceed();
                    })
                    .open();
        }
    }
}
