package org.sencrm.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;

/** Says that the columns go where they went in an import before, and takes that back on demand. */
final class ReusedLine extends Div {

    private static final long serialVersionUID = 1L;

    ReusedLine(Wizard wizard, LocalDate day) {
        addClassNames("row", "tight", "muted");
        getElement().setAttribute("role", "status");
        Button anew = new Button(wizard.text("import.reused.anew"), event -> wizard.startAnew());
        anew.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        Span dot = new Span("·");
        dot.getElement().setAttribute("aria-hidden", "true");
        add(new Span(wizard.text("import.reused", wizard.context().format(day))), dot, anew);
    }
}
