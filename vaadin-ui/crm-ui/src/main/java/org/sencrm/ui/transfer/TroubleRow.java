package org.sencrm.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.host.HostContext;

/** Rows with the same trouble: how many, what is wrong, and what can be done about it. */
class TroubleRow extends Div {

    private static final long serialVersionUID = 1L;

    private final Div words = new Div();
    private final Div remedies = new Div();

    /** @param run id of the import or dry run */
    TroubleRow(HostContext context, long run, Imports.Problem problem) {
        Span count = new Span(context.format(problem.count()));
        count.addClassNames("pill", problem.blocking() ? "warn" : "info");
        Span message = new Span(problem.message());
        message.addClassName("strong");
        words.add(message);
        words.addClassName("problem-words");
        remedies.addClassNames("row", "problem-remedies");
        addClassName("problem");
        add(count, words, remedies);
        if (problem.blocking()) {
            Button rows = new Button(
                    context.text("import.problem.rows"), event -> new FailedRows(context, run, problem).open());
            rows.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            remedies.add(rows);
        }
    }

    /** A second line below what is wrong. */
    final void detail(String text) {
        Span detail = new Span(text);
        detail.addClassName("muted");
        words.add(detail);
    }

    /** A way out, before those already there. */
    final void remedy(Button button) {
        remedies.addComponentAsFirst(button);
    }
}
