package org.sencrm.ui.record;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.field.RelativeTime;
import org.sencrm.ui.host.HostContext;

/** The values of a record, each changed in its place. */
final class Facts extends Section {

    private static final long serialVersionUID = 1L;

    private static final Set<String> SHOWN_SYSTEM = Set.of("owner", "team", "externalId");

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient Fact.RecordStore store;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, FieldSection> sections = new LinkedHashMap<>();
    private final Paragraph origin = new Paragraph();

    /** @param mayUpdate whether the person may change this very record */
    Facts(HostContext context, RecordType type, boolean mayUpdate, Fact.RecordStore store, Editors editors) {
        this.context = context;
        this.type = type;
        this.store = store;
        addClassNames("card", "pad", "record-facts");
        getElement().setAttribute("aria-label", context.text("record.facts"));
        HtmlContainer first = list();
        add(first);
        Map<String, HtmlContainer> lists = new HashMap<>(Map.of("", first));
        for (Field field : shown(type)) {
            Supplier<Editor> editor = mayUpdate && editors.canEdit(field) ? () -> editors.of(type, field) : null;
            Fact fact = new Fact(context, type, field, editor, store);
            facts.add(fact);
            lists.computeIfAbsent(field.section(), this::section).add(fact);
        }
        origin.addClassNames("faint", "small");
        add(origin);
        sections.forEach((word, section) -> section.setOpen(filled(word) > 0));
    }

    private static HtmlContainer list() {
        HtmlContainer list = new HtmlContainer("dl");
        list.addClassName("facts");
        return list;
    }

    private HtmlContainer section(String word) {
        HtmlContainer list = list();
        FieldSection section = new FieldSection(context, word, list);
        sections.put(word, section);
        add(section);
        return list;
    }

    private long filled(String section) {
        return type.fields().stream()
                .filter(field -> section.equals(field.section()))
                .filter(field -> store.record().get(field.name()) != null)
                .count();
    }

    void show() {
        facts.forEach(Fact::show);
        sections.forEach((word, section) -> section.filled(filled(word)));
        RecordData record = store.record();
        RelativeTime time = new RelativeTime(context);
        if (record.get("createdAt") instanceof Instant created && record.get("updatedAt") instanceof Instant updated) {
            origin.setText(context.text("record.origin", time.past(created), time.past(updated)));
        }
    }

    /** Whether a value is being changed. */
    boolean isEditing() {
        return facts.stream().anyMatch(Fact::isEditing);
    }

    private List<Field> shown(RecordType type) {
        RecordData record = store.record();
        return type.fields().stream()
                .filter(field -> record.values().containsKey(field.name()))
                .filter(field -> !field.system() || SHOWN_SYSTEM.contains(field.name()))
                .filter(field -> field.kind() != FieldKind.STRUCTURE)
                .filter(field -> !"externalId".equals(field.name()) || record.get("externalId") != null)
                .toList();
    }
}
