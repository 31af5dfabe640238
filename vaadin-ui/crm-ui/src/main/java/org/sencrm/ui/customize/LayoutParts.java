package org.sencrm.ui.customize;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import elemental.json.JsonObject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Announcer;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** The sections of a layout with their fields, arranged with the mouse, by buttons, and by Alt and the arrow keys. */
final class LayoutParts extends Div {

    private static final long serialVersionUID = 1L;

    private static final String LEFT_OUT = "hidden";
    private static final String FIELD = "event.detail.field";
    private static final String PLACE = "event.detail.part";
    private static final String BEFORE = "event.detail.before";
    private static final String DOWN = "event.detail.down";

    /** The browser tells what was dropped where and which keys were pressed; nothing moves before the server has moved it. */
    private static final String FOLLOW = """
            if (!this.arranges) {
              this.arranges = true;
              let field = null;
              const tell = (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail }));
              const mark = row => {
                this.querySelectorAll('.drop-here').forEach(other => other.classList.remove('drop-here'));
                row?.classList.add('drop-here');
              };
              this.addEventListener('dragstart', event => {
                const row = event.target.closest('[data-field]');
                field = row ? row.dataset.field : null;
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', row ? row.textContent : '');
              });
              this.addEventListener('dragover', event => {
                const part = event.target.closest('[data-part]');
                if (field && part) {
                  event.preventDefault();
                  mark(event.target.closest('[data-field]') || part);
                }
              });
              this.addEventListener('drop', event => {
                const part = event.target.closest('[data-part]');
                if (field && part) {
                  event.preventDefault();
                  const row = event.target.closest('[data-field]');
                  tell('layout-drop', { field, part: part.dataset.part, before: row ? row.dataset.field : '' });
                }
              });
              this.addEventListener('dragend', () => { field = null; mark(null); });
              this.addEventListener('keydown', event => {
                const row = event.target.closest('[data-field]');
                const down = event.key === 'ArrowDown';
                if (row && event.altKey && (down || event.key === 'ArrowUp')) {
                  event.preventDefault();
                  tell('layout-key', { field: row.dataset.field, down });
                }
              });
            }
            """;

    private static final String FOCUS = """
            const row = [...this.querySelectorAll('[data-field]')].find(one => one.dataset.field === $0);
            const button = row && (row.querySelector(`[data-act='${$1}']:not([disabled])`)
              || row.querySelector('[data-act]:not([disabled])'));
            if (button) { button.focus(); }
            """;

    private final transient HostContext context;
    private final transient Runnable onChange;
    private final Set<String> needed = new HashSet<>();
    private final Div list = new Div();
    private final Announcer announcer = new Announcer();
    private transient RecordType type;
    private transient LayoutDraft draft;

    /** @param onChange run whenever something was moved */
    LayoutParts(HostContext context, RecordType type, Runnable onChange) {
        this.context = context;
        this.onChange = onChange;
        follow(type);
        list.addClassName("layout-parts");
        add(list, announcer);
        getElement()
                .addEventListener("layout-drop", event -> dropped(event.getEventData()))
                .addEventData(FIELD)
                .addEventData(PLACE)
                .addEventData(BEFORE);
        getElement()
                .addEventListener(
                        "layout-key",
                        event -> move(
                                event.getEventData().getString(FIELD),
                                event.getEventData().getBoolean(DOWN)))
                .addEventData(FIELD)
                .addEventData(DOWN);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(FOLLOW);
    }

    /** From now on the type is as it is here. */
    final void follow(RecordType now) {
        type = now;
        needed.clear();
        Set<String> begun = context.types().initialValues(now.name()).keySet();
        now.fields().stream()
                .filter(field -> field.required() && !field.readOnly() && !begun.contains(field.name()))
                .map(Field::name)
                .forEach(needed::add);
        needed.add(now.labelField());
    }

    void show(LayoutDraft shown) {
        draft = shown;
        draw();
    }

    private void draw() {
        list.removeAll();
        for (LayoutDraft.Part part : draft.parts()) {
            list.add(card(part));
        }
        list.add(leftOut());
    }

    private Div card(LayoutDraft.Part part) {
        String heading = heading(part);
        H3 title = new H3(heading);
        title.addClassName("grow");
        Div head = new Div(title);
        head.addClassName("row");
        if (!part.isMain()) {
            head.add(
                    button("rename", "edit", heading, true, () -> rename(part)),
                    button("up", "up", heading, draft.canMovePart(part, false), () -> movePart(part, false)),
                    button("down", "down", heading, draft.canMovePart(part, true), () -> movePart(part, true)),
                    button("removePart", "trash", heading, true, () -> change(() -> draft.removePart(part))));
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("layout-rows");
        part.fields().forEach(field -> rows.add(row(field)));
        return frame(String.valueOf(draft.parts().indexOf(part)), heading, head, rows, part.fields());
    }

    private Div frame(String place, String heading, Div head, UnorderedList rows, List<String> fields) {
        Div card = new Div(head);
        card.addClassNames("layout-part");
        card.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", heading)
                .setAttribute("data-part", place);
        if (fields.isEmpty()) {
            Paragraph none = new Paragraph(context.text("layout.empty"));
            none.addClassNames("muted", "small");
            card.add(none);
        } else {
            card.add(rows);
        }
        return card;
    }

    private LayoutRow row(String field) {
        boolean mayGo = !needed.contains(field);
        return new LayoutRow(context, field, label(field))
                .with("up", "up", draft.canMove(field, false), () -> move(field, false))
                .with("down", "down", draft.canMove(field, true), () -> move(field, true))
                .with("moveTo", "columns", draft.parts().size() > 1, () -> choose(field))
                .with(mayGo ? "leaveOut" : "needed", "close", mayGo, () -> leaveOut(field));
    }

    private Div leftOut() {
        H3 title = new H3(context.text("layout.hidden"));
        UnorderedList rows = new UnorderedList();
        rows.addClassName("layout-rows");
        List<String> fields = draft.hidden();
        fields.stream()
                .sorted(Comparator.comparing(this::label))
                .forEach(field -> rows.add(new LayoutRow(context, field, label(field))
                        .with("show", "plus", true, () -> bringBack(field))));
        Div card = frame(LEFT_OUT, title.getText(), new Div(title), rows, fields);
        card.addClassName("layout-hidden");
        return card;
    }

    private Button button(String key, String icon, String heading, boolean enabled, Runnable work) {
        String words = context.text("layout." + key, heading);
        Button button = new Button(Icons.icon(icon), event -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        button.setEnabled(enabled);
        button.getElement().setAttribute("aria-label", words).setAttribute("title", words);
        return button;
    }

    private String label(String field) {
        return context.messages().field(context.locale(), type.name(), field);
    }

    private String heading(LayoutDraft.Part part) {
        String own = part.label().get(context.locale().getLanguage());
        if (own != null) {
            return own;
        }
        return context.text(part.isMain() ? "layout.main" : "section." + part.word());
    }

    private void dropped(JsonObject data) {
        String field = data.getString(FIELD);
        String before = data.getString(BEFORE);
        if (!LEFT_OUT.equals(data.getString(PLACE))) {
            LayoutDraft.Part part = draft.parts().get(Integer.parseInt(data.getString(PLACE)));
            change(() -> draft.moveTo(field, part, before.isEmpty() ? null : before));
            tell(field, "down");
        } else if (needed.contains(field)) {
            context.inform(context.text("layout.needed", label(field)));
        } else {
            leaveOut(field);
        }
    }

    private void move(String field, boolean down) {
        change(() -> draft.move(field, down));
        tell(field, down ? "down" : "up");
    }

    private void choose(String field) {
        new PartDialog(context, label(field), draft.parts(), draft.partOf(field), this::heading, part -> {
                    change(() -> draft.moveTo(field, part, null));
                    tell(field, "moveTo");
                })
                .open();
    }

    private void leaveOut(String field) {
        change(() -> draft.leaveOut(field));
        announcer.say(context.text("layout.isOut", label(field)));
        getElement().executeJs(FOCUS, field, "show");
    }

    private void bringBack(String field) {
        change(() -> draft.moveTo(field, draft.parts().get(0), null));
        tell(field, "up");
    }

    /** Says where a field stands now, and gives it the focus back. */
    private void tell(String field, String act) {
        LayoutDraft.Part part = draft.partOf(field);
        if (part != null) {
            announcer.say(context.text(
                    "layout.isAt",
                    label(field),
                    heading(part),
                    part.fields().indexOf(field) + 1,
                    part.fields().size()));
            getElement().executeJs(FOCUS, field, act);
        }
    }

    private void rename(LayoutDraft.Part part) {
        new HeadingDialog(context, heading(part), part.label(), heading -> change(() -> part.rename(heading))).open();
    }

    /** Asks for the heading of a new section. */
    void addPart() {
        new HeadingDialog(context, "", Map.of(), heading -> change(() -> draft.addPart(heading))).open();
    }

    private void movePart(LayoutDraft.Part part, boolean down) {
        change(() -> draft.movePart(part, down));
    }

    private void change(Runnable work) {
        work.run();
        draw();
        onChange.run();
    }
}
