package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.duplicate.Candidate;
import org.sencrm.api.duplicate.Duplicates;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.host.HostContext;

/** Finds records that may be this one, compares two of them field by field, and makes one of them; with a way back. */
final class MergeDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Duplicates duplicates;
    private final transient RecordType type;
    private final long staying;
    private final transient Runnable onMerged;
    private final Div candidates = new Div();
    private final Div place = new Div();
    private final Button merge;
    private Comparison comparison;

    /** @param staying id of the record that stays */
    MergeDialog(HostContext context, Duplicates duplicates, RecordType type, long staying, Runnable onMerged) {
        this.context = context;
        this.duplicates = duplicates;
        this.type = type;
        this.staying = staying;
        this.onMerged = onMerged;
        setHeaderTitle(context.text("merge.title"));
        setWidth("min(860px, 96vw)");
        merge = new Button(context.text("merge.merge"), event -> merge());
        merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        merge.setVisible(false);
        Div content = new Div(candidates, place);
        content.addClassNames("stack", "merge");
        add(content);
        getFooter().add(new Button(context.text("form.cancel"), event -> close()), merge);
        Caller caller = context.caller();
        context.background(() -> duplicates.ofRecord(caller, type.name(), staying), this::offer);
    }

    private void offer(List<Candidate> found) {
        candidates.removeAll();
        if (found.isEmpty()) {
            Paragraph none = new Paragraph(context.text("merge.none"));
            none.addClassName("muted");
            candidates.add(none);
            return;
        }
        RadioButtonGroup<Candidate> choice = new RadioButtonGroup<>();
        choice.setLabel(context.text("merge.which"));
        choice.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        choice.setItems(found);
        choice.setItemLabelGenerator(candidate -> context.text(
                "merge.candidate", context.format(candidate.record().get(type.labelField())), candidate.score()));
        choice.addValueChangeListener(event -> compare(event.getValue().record().id()));
        candidates.add(choice);
        choice.setValue(found.get(0));
    }

    private void compare(long going) {
        place.removeAll();
        try {
            RecordData mine = context.records().get(context.caller(), type.name(), staying);
            RecordData theirs = context.records().get(context.caller(), type.name(), going);
            comparison = new Comparison(context, type, mine, theirs, new Editors(context, null));
            place.add(comparison);
            merge.setVisible(true);
        } catch (Fault gone) {
            merge.setVisible(false);
            context.report(gone);
        }
    }

    private void merge() {
        Caller caller = context.caller();
        long going = comparison.going();
        context.background(
                () -> duplicates.merge(caller, type.name(), staying, going, comparison.choices()), merged -> {
                    close();
                    onMerged.run();
                    String name = context.format(merged.get(type.labelField()));
                    context.informWithUndo(
                            context.text("merge.done", name),
                            () -> Unmerge.run(context, duplicates, reference(), onMerged));
                });
    }

    private Reference reference() {
        return Reference.to(type.name(), staying);
    }
}
