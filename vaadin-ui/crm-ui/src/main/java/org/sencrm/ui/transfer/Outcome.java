package org.sencrm.ui.transfer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.host.HostContext;

/** What a check found: the rows that are ready, then every trouble by its cause. */
final class Outcome extends Div {

    private static final long serialVersionUID = 1L;

    /** @param onRemedy called when the draft was changed so that the rows have to be checked again */
    Outcome(Wizard wizard, Imports.Status check, Runnable onRemedy) {
        HostContext context = wizard.context();
        addClassNames("card", "problems");
        getElement().setAttribute("role", "status");
        add(ready(context, check));
        check.problems().stream()
                .sorted(Comparator.comparing(Imports.Problem::blocking).reversed())
                .forEach(problem -> add(new ProblemRow(wizard, check.id(), problem, onRemedy)));
    }

    private static Div ready(HostContext context, Imports.Status check) {
        Span count = new Span(context.format(check.created() + check.updated()));
        count.addClassNames("pill", "good");
        Span title = new Span(context.text("import.ready"));
        title.addClassName("strong");
        Span numbers = new Span(context.text("import.numbers", check.created(), check.updated(), check.skipped()));
        numbers.addClassName("muted");
        Div words = new Div(title, numbers);
        words.addClassName("problem-words");
        Div row = new Div(count, words, new Span());
        row.addClassName("problem");
        return row;
    }
}
