package org.sencrm.ui.record;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sencrm.api.field.FormState;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.field.FieldPart;
import org.sencrm.ui.field.RelativeTime;
import org.sencrm.ui.host.HostContext;

/** The values of a record, each changed in its place. */
final class Facts extends Section {

    private static final long serialVersionUID = 1L;

    private static final String EXTERNAL_ID = "externalId";

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient Fact.RecordStore store;
    private final transient Map<String, Fact> facts = new LinkedHashMap<>();
    private final transient Map<FieldSection, FieldPart> sections = new LinkedHashMap<>();
    private final Paragraph origin = new Paragraph();

    /**
     * @param parts of the person's layout
     * @param editors null where the person may not change this very record
     */
    Facts(HostContext context, RecordType type, List<FieldPart> parts, Fact.RecordStore store, Editors editors) {
        this.context = context;
        this.type = type;
        this.store = store;
        addClassNames("card", "pad", "record-facts");
        getElement().setAttribute("aria-label", context.text("record.facts"));
        parts.stream()
                .map(part -> part.only(this::isShown))
                .filter(part -> part.isMain() || !part.fields().isEmpty())
                .forEach(part -> add(part, editors));
        origin.addClassNames("faint", "small");
        add(origin);
        sections.forEach((section, part) -> section.setOpen(filled(part) > 0));
    }

    private void add(FieldPart part, Editors editors) {
        HtmlContainer list = new HtmlContainer("dl");
        list.addClassName("facts");
        for (Field field : part.fields()) {
            Supplier<Editor> editor = editors != null && editors.canEdit(field) ? () -> editors.of(type, field) : null;
            Fact fact = new Fact(context, type, field, editor, store);
            facts.put(field.name(), fact);
            list.add(fact);
        }
        if (part.isMain()) {
            add(list);
        } else {
            FieldSection section = new FieldSection(context, part.heading(), list);
            sections.put(section, part);
            add(section);
        }
    }

    private long filled(FieldPart part) {
        return part.fields().stream()
                .filter(field -> store.record().get(field.name()) != null)
                .count();
    }

    void show() {
        RecordData record = store.record();
        FormState rules = RuleState.of(context, type, record);
        facts.values().forEach(fact -> fact.show(rules));
        sections.forEach((section, part) -> {
            section.filled(filled(part));
            section.setVisible(part.fields().stream()
                    .anyMatch(field -> facts.get(field.name()).isVisible()));
        });
        RelativeTime time = new RelativeTime(context);
        if (record.get("createdAt") instanceof Instant created && record.get("updatedAt") instanceof Instant updated) {
            origin.setText(context.text("record.origin", time.past(created), time.past(updated)));
        }
    }

    /** Whether a value is being changed. */
    boolean isEditing() {
        return facts.values().stream().anyMatch(Fact::isEditing);
    }

    private boolean isShown(Field field) {
        RecordData record = store.record();
        return record.values().containsKey(field.name())
                && (!EXTERNAL_ID.equals(field.name()) || record.get(EXTERNAL_ID) != null);
    }
}
