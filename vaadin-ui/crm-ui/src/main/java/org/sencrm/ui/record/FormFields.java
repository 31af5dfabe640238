package org.sencrm.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
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
    private final Map<String, FieldSection> sections = new LinkedHashMap<>();
    private final Map<String, Div> places = new HashMap<>();
    private final transient AutomationInputs dependent;

    private final transient FormRules rules;

    FormFields(HostContext context, RecordType type, NewTarget newTarget) {
        addClassNames("form", "form-fields");
        Editors made = new Editors(context, newTarget);
        dependent = new AutomationInputs(context, type);
        for (Field field : editable(context, type, made)) {
            Editor editor = dependent.of(field, any -> made.of(type, any));
            editors.put(field.name(), editor);
            Component input = editor.component();
            input.getElement().setAttribute("data-field", field.name());
            if (isWide(field)) {
                input.getElement().getClassList().add("wide");
            }
            place(context, field.section()).add(input);
        }
        dependent.watch();
        rules = new FormRules(context, type.name(), editors, begun);
    }

    private Div place(HostContext context, String section) {
        if (section.isEmpty()) {
            return this;
        }
        return places.computeIfAbsent(section, word -> {
            Div place = new Div();
            place.addClassNames("form", "form-fields");
            FieldSection part = new FieldSection(context, word, place);
            part.addClassName("wide");
            sections.put(word, part);
            add(part);
            return place;
        });
    }

    private static List<Field> editable(HostContext context, RecordType type, Editors made) {
        Set<String> hidden = context.services().access().hiddenFields(context.caller(), type.name());
        return type.fields().stream()
                .filter(field -> !field.system() || SYSTEM.contains(field.name()))
                .filter(field -> !hidden.contains(field.name()) && made.canEdit(field))
                .sorted(Comparator.comparing(field -> !field.section().isEmpty()))
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
        editors.forEach((field, editor) -> {
            Object value = values.get(field);
            editor.refuse(null);
            editor.show(value);
            begun.put(field, value);
        });
        dependent.follow();
        rules.follow(false);
        sections.forEach((word, part) -> part.setOpen(
                of(word).anyMatch(editor -> begun.get(editor.field().name()) != null)));
    }

    private Stream<Editor> of(String section) {
        return editors.values().stream()
                .filter(editor -> section.equals(editor.field().section()));
    }

    /** Opens the sections of these fields, so that the person sees them. */
    void reveal(Collection<String> fields) {
        sections.forEach((word, part) -> {
            if (of(word).anyMatch(editor -> fields.contains(editor.field().name()))) {
                part.setOpen(true);
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
        }
    }

    /** The values that differ from those at the beginning, by field. */
    Map<String, Object> changed() {
        Map<String, Object> changed = new LinkedHashMap<>();
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
