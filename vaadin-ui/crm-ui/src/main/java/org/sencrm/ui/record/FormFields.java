package org.sencrm.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.field.FieldPart;
import org.sencrm.ui.field.NewTarget;
import org.sencrm.ui.field.Values;
import org.sencrm.ui.host.HostContext;

/** The inputs of a form: one for each field that the person may fill in, those of a section under its heading. */
final class FormFields extends Div {

    private static final long serialVersionUID = 1L;

    /** The system fields that people set by hand. */
    private static final Set<String> SYSTEM = Set.of("owner", "team");

    private final transient Map<String, Editor> editors = new LinkedHashMap<>();
    private final transient Map<String, Object> begun = new HashMap<>();
    /** What was suggested for fields that the layout leaves out: saved, though nobody sees it. */
    private final transient Map<String, Object> unseen = new HashMap<>();

    private final transient Set<String> leftOut = new HashSet<>();
    private final transient Map<FieldSection, FieldPart> sections = new LinkedHashMap<>();
    private final transient AutomationInputs dependent;

    private final transient FormRules rules;

    FormFields(HostContext context, RecordType type, NewTarget newTarget) {
        addClassNames("form", "form-fields");
        Editors made = new Editors(context, newTarget);
        dependent = new AutomationInputs(context, type);
        List<Field> editable = editable(context, type, made);
        editable.forEach(field -> leftOut.add(field.name()));
        for (FieldPart part : FieldPart.of(context, type)) {
            FieldPart filled = part.only(editable::contains);
            if (!filled.fields().isEmpty()) {
                Div place = place(context, filled);
                filled.fields().forEach(field -> place.add(input(type, field, made)));
            }
        }
        dependent.watch();
        rules = new FormRules(context, type.name(), editors, begun);
    }

    private Component input(RecordType type, Field field, Editors made) {
        Editor editor = dependent.of(field, any -> made.of(type, any));
        editors.put(field.name(), editor);
        leftOut.remove(field.name());
        Component input = editor.component();
        input.getElement().setAttribute("data-field", field.name());
        if (isWide(field)) {
            input.getElement().getClassList().add("wide");
        }
        return input;
    }

    private Div place(HostContext context, FieldPart part) {
        if (part.isMain()) {
            return this;
        }
        Div place = new Div();
        place.addClassNames("form", "form-fields");
        FieldSection section = new FieldSection(context, part.heading(), place);
        section.addClassName("wide");
        sections.put(section, part);
        add(section);
        return place;
    }

    private static List<Field> editable(HostContext context, RecordType type, Editors made) {
        Set<String> hidden = context.services().access().hiddenFields(context.caller(), type.name());
        return type.fields().stream()
                .filter(field -> !field.system() || SYSTEM.contains(field.name()))
                .filter(field -> !hidden.contains(field.name()) && made.canEdit(field))
                .toList();
    }

    private static boolean isWide(Field field) {
        return field.kind() == FieldKind.LONG_TEXT
                || field.kind() == FieldKind.RICH_TEXT
                || field.kind() == FieldKind.ADDRESS
                || field.kind() == FieldKind.REFERENCE && field.target() == null;
    }

    /** The editor of a field; null where the form has none. */
    Editor editor(String field) {
        return editors.get(field);
    }

    /** Puts values in as what the person begins with; fields that are not named become empty. */
    void begin(Map<String, Object> values) {
        begun.clear();
        begun.putAll(values);
        unseen.clear();
        editors.forEach((field, editor) -> {
            Object value = values.get(field);
            editor.refuse(null);
            editor.show(value);
            begun.put(field, value);
        });
        dependent.follow();
        rules.follow(false);
        sections.forEach((section, part) ->
                section.setOpen(part.fields().stream().anyMatch(field -> begun.get(field.name()) != null)));
    }

    /** Opens the sections of these fields, so that the person sees them. */
    void reveal(Collection<String> fields) {
        sections.forEach((section, part) -> {
            if (part.fields().stream().anyMatch(field -> fields.contains(field.name()))) {
                section.setOpen(true);
            }
        });
    }

    /** Puts a value in that counts as the person's own, to be saved. */
    void suggest(String field, Object value) {
        Editor editor = editors.get(field);
        if (editor != null) {
            editor.show(value);
            reveal(List.of(field));
            dependent.follow();
            rules.follow(false);
        } else if (leftOut.contains(field)) {
            unseen.put(field, value);
            begun.put(field, value);
            rules.follow(false);
        }
    }

    /** The values that differ from those at the beginning, by field. */
    Map<String, Object> changed() {
        Map<String, Object> changed = new LinkedHashMap<>(unseen);
        editors.forEach((field, editor) -> {
            Object value = editor.value();
            if (!Values.same(value, begun.get(field))) {
                changed.put(field, value);
            }
        });
        return changed;
    }

    /** Runs the work whenever the person has put in another value. */
    void whenChanged(Runnable work) {
        editors.values().forEach(editor -> editor.whenChanged(work));
    }

    List<Editor> unreadable() {
        return editors.values().stream().filter(Editor::isUnreadable).toList();
    }

    void clearRefusals() {
        editors.values().forEach(editor -> editor.refuse(null));
    }

    void focusFirst() {
        editors.values().stream().findFirst().ifPresent(Editor::focus);
    }
}
