package org.sencrm.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** The way back on the left, the way on at the right. */
final class StepButtons extends Div {

    private static final long serialVersionUID = 1L;

    private final Button next;

    StepButtons(Wizard wizard, Step back, String nextText, Runnable onNext) {
        addClassNames("row", "transfer-buttons");
        next = new Button(nextText, event -> onNext.run());
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button previous = new Button("← " + wizard.text(back.textKey()), event -> wizard.go(back));
        Span space = new Span();
        space.addClassName("grow");
        add(previous, space, next);
    }

    /** Whether the way on is open. */
    void allow(boolean open) {
        next.setEnabled(open);
    }

    /** What the button for the way on says. */
    void name(String nextText) {
        next.setText(nextText);
    }

    /** A few words before the way on. */
    void hint(String words) {
        Span hint = new Span(words);
        hint.addClassName("muted");
        addComponentAtIndex(getComponentCount() - 1, hint);
    }
}
