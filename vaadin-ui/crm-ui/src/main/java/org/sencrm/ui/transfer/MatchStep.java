package org.sencrm.ui.transfer;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.transfer.Imports;

/** Third step: a line for each column with values of the file, and the field that it goes to; then how rows are taken. */
final class MatchStep extends Div {

    private static final long serialVersionUID = 1L;

    private static final int SAMPLES = 3;

    private final transient Wizard wizard;
    private final transient Targets targets;
    private final transient Target leaveOut;
    private final Map<String, ComboBox<Target>> choices = new LinkedHashMap<>();
    private final List<ReplacementChips> replacements = new ArrayList<>();
    private final Div missing = new Div();
    private final RowRules rules;
    private final StepButtons buttons;

    MatchStep(Wizard wizard) {
        this.wizard = wizard;
        Imports.Preview preview = wizard.draft().preview();
        Set<String> paths = new LinkedHashSet<>(preview.map().keySet());
        paths.addAll(wizard.draft().options().map().keySet());
        targets = new Targets(wizard.context(), wizard.draft().type(), paths);
        leaveOut = new Target("", wizard.text("import.match.leaveOut"), null);
        buttons = new StepButtons(
                wizard, Step.PREVIEW, wizard.text(Step.CHECK.textKey()) + " →", () -> wizard.go(Step.CHECK));
        rules = new RowRules(wizard, targets, this::allowNext);
        addClassName("stack");
        missing.addClassNames("banner", "warn");
        missing.getElement().setAttribute("role", "status");
        wizard.draft().reusedFrom().ifPresent(day -> add(new ReusedLine(wizard, day)));
        add(columns(preview), missing, rules, buttons);
        refresh();
    }

    private Div columns(Imports.Preview preview) {
        Div card = new Div(new H2(wizard.text("import.match.title")));
        card.addClassNames("card", "pad", "stack");
        for (int index = 0; index < preview.columns().size(); index++) {
            card.add(line(preview.columns().get(index), samples(preview.rows(), index)));
        }
        return card;
    }

    private Div line(String column, String samples) {
        ComboBox<Target> choice = new ComboBox<>(column.isBlank() ? wizard.text("import.match.unnamed") : column);
        List<Target> items = new ArrayList<>(List.of(leaveOut));
        items.addAll(targets.all());
        choice.setItems(items);
        choice.setItemLabelGenerator(Target::label);
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Target chosen = event.getValue();
                wizard.draft().match(column, chosen == null || chosen == leaveOut ? null : chosen.path());
                refresh();
            }
        });
        choices.put(column, choice);
        Span values = new Span(samples);
        values.addClassNames("muted", "cut");
        ReplacementChips chips = new ReplacementChips(wizard, column);
        replacements.add(chips);
        Div line = new Div(choice, values, chips);
        line.addClassName("match-line");
        return line;
    }

    /** Shows the draft in all lines: a field that was given to one column is taken from another. */
    private void refresh() {
        choices.forEach((column, choice) -> choice.setValue(
                wizard.draft().field(column).flatMap(targets::find).orElse(leaveOut)));
        replacements.forEach(ReplacementChips::refresh);
        List<String> unmatched = wizard.draft().unmatched(targets.required());
        missing.setVisible(!unmatched.isEmpty());
        missing.setText(wizard.text(
                "import.match.missing", unmatched.stream().map(targets::label).collect(Collectors.joining(", "))));
        rules.refresh();
        allowNext();
    }

    private void allowNext() {
        buttons.allow(wizard.draft().reaches(Step.CHECK));
    }

    private static String samples(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column))
                .filter(value -> value != null && !value.isBlank())
                .distinct()
                .limit(SAMPLES)
                .collect(Collectors.joining(" · "));
    }
}
