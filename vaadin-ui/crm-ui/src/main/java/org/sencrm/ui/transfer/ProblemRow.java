package org.sencrm.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.Optional;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.transfer.Imports;

/** A trouble that a check found, with one way out for all of its rows. */
final class ProblemRow extends TroubleRow {

    private static final long serialVersionUID = 1L;

    private final transient Wizard wizard;
    private final transient Imports.Problem problem;
    private final transient Runnable onRemedy;

    /** @param check id of the dry run */
    ProblemRow(Wizard wizard, long check, Imports.Problem problem, Runnable onRemedy) {
        super(wizard.context(), check, problem);
        this.wizard = wizard;
        this.problem = problem;
        this.onRemedy = onRemedy;
        describe();
        offerChange();
        choosable().ifPresent(this::offerChoice);
        if (canReplace() && problem.suggestion() != null) {
            offerSuggestion();
        }
    }

    private void describe() {
        if (problem.suggestion() != null) {
            detail(wizard.text("import.problem.similar", problem.suggestion()));
        } else if (problem.column() != null) {
            detail(wizard.text(
                    problem.blocking() ? "import.problem.column.leftOut" : "import.problem.column", problem.column()));
        } else if (problem.blocking()) {
            detail(wizard.text("import.problem.leftOut"));
        }
    }

    private void offerSuggestion() {
        Button use =
                new Button(wizard.text("import.problem.use", problem.suggestion()), event -> use(problem.suggestion()));
        use.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        use.setDisableOnClick(true);
        remedy(use);
    }

    private void offerChoice(Target target) {
        remedy(new Button(
                wizard.text("import.problem.choose"),
                event -> new ReplacementDialog(wizard, target, problem.value(), this::use).open()));
    }

    /** A notice tells how something is read; that is changed where it was decided. */
    private void offerChange() {
        if (!problem.blocking()) {
            Button change = new Button(wizard.text("import.problem.change"), event -> wizard.go(Step.MATCH));
            change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            remedy(change);
        }
    }

    private void use(String value) {
        wizard.draft().replace(problem.column(), problem.value(), value);
        onRemedy.run();
    }

    private boolean canReplace() {
        // an empty cell has nothing to replace: choosing for it would invent a value for every such row
        return problem.column() != null
                && problem.value() != null
                && !problem.value().isEmpty();
    }

    /** The field of the column, where its values are taken from a list of choices or of other records. */
    private Optional<Target> choosable() {
        if (!canReplace()) {
            return Optional.empty();
        }
        Targets targets = new Targets(
                wizard.context(),
                wizard.draft().type(),
                wizard.draft().options().map().keySet());
        return wizard.draft().field(problem.column()).flatMap(targets::find).filter(target -> {
            FieldKind kind = target.field().kind();
            return kind == FieldKind.CHOICE
                    || kind == FieldKind.REFERENCE && target.field().target() != null;
        });
    }
}
