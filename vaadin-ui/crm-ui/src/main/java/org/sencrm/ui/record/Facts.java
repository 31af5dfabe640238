package org.sencrm.ui.record;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private final transient Fact.RecordStore store;
    private final List<Fact> facts = new ArrayList<>();
    private final Paragraph origin = new Paragraph();

    /** @param mayUpdate whether the person may change this very record */
    Facts(HostContext context, RecordType type, boolean mayUpdate, Fact.RecordStore store, Editors editors) {
        this.context = context;
        this.store = store;
        addClassNames("card", "pad", "record-facts");
        getElement().setAttribute("aria-label", context.text("record.facts"));
        HtmlContainer list = new HtmlContainer("dl");
        list.addClassName("facts");
        for (Field field : shown(type)) {
            Supplier<Editor> editor = mayUpdate && editors.canEdit(field) ? () -> editors.of(type, field) : null;
            Fact fact = new Fact(context, type, field, editor, store);
            facts.add(fact);
            list.add(fact);
        }
        origin.addClassNames("faint", "small");
        add(list, origin);
    }

    void show() {
        facts.forEach(Fact::show);
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
