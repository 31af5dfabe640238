package org.sencrm.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Optional;
import org.sencrm.ui.look.Icons;

/** The values of a column that are read as others: by a profile, or as a person chose in a check. Each can be taken out. */
final class ReplacementChips extends Div {

    private static final long serialVersionUID = 1L;

    /** So many are seen at once; the others on demand. */
    private static final int SHORT = 4;

    private final transient Wizard wizard;
    private final String column;
    private boolean all;

    ReplacementChips(Wizard wizard, String column) {
        this.wizard = wizard;
        this.column = column;
        addClassNames("row", "match-values");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", wizard.text("import.values", column));
        refresh();
    }

    void refresh() {
        removeAll();
        Map<String, String> words = wizard.draft().replacements(column);
        setVisible(!words.isEmpty());
        words.entrySet().stream()
                .limit(all ? Long.MAX_VALUE : SHORT)
                .forEach(entry -> add(chip(entry.getKey(), entry.getValue())));
        if (!all && words.size() > SHORT) {
            Button more = new Button(wizard.text("import.values.more", words.size() - SHORT), event -> {
                all = true;
                refresh();
            });
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
            add(more);
        }
    }

    private Span chip(String from, String to) {
        Span words = new Span(wizard.text("import.values.one", from, to));
        words.addClassName("cut");
        NativeButton remove = new NativeButton("", event -> takeOut(from));
        remove.addClassName("plain");
        remove.add(Icons.icon("close"));
        remove.getElement().setAttribute("aria-label", wizard.text("import.values.remove", from, to));
        Span chip = new Span(words, remove);
        chip.addClassName("chip");
        return chip;
    }

    private void takeOut(String from) {
        ImportDraft draft = wizard.draft();
        String to = draft.replacements(column).get(from);
        Optional<String> field = draft.field(column);
        draft.readAsWritten(column, from);
        refresh();
        wizard.context().informWithUndo(wizard.text("import.values.removed", from), () -> {
            // meant for the field that the column went to then
            if (draft.field(column).equals(field)) {
                draft.replace(column, from, to);
                refresh();
            }
        });
    }
}
