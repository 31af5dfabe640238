package org.sencrm.ui.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.function.BiConsumer;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.ui.host.HostContext;

/** Asks for the answer of a second factor, the person's first one unless another is chosen. */
final class CodeStep {

    private final HostContext context;
    private final SecondFactorRequired required;
    private final BiConsumer<String, String> onAnswer;
    private final Runnable onSwitch;
    private final TextField code = new TextField();
    private final Paragraph hint = new Paragraph();
    private final Div others = new Div();
    private String kind;

    /**
     * @param onAnswer gets kind and answer
     * @param onSwitch runs when the person chooses another kind
     */
    CodeStep(
            HostContext context,
            SecondFactorRequired required,
            BiConsumer<String, String> onAnswer,
            Runnable onSwitch) {
        this.context = context;
        this.required = required;
        this.onAnswer = onAnswer;
        this.onSwitch = onSwitch;
        code.setLabel(context.text("signin.code"));
        code.getElement().setAttribute("autocomplete", "one-time-code").setAttribute("autocapitalize", "none");
        code.addKeyPressListener(Key.ENTER, event -> answer());
        hint.addClassName("muted");
        // its buttons stand in the form like the others
        others.getStyle().set("display", "contents");
        use(required.factors().get(0));
    }

    /** Puts the step in the place of what the form asked before. */
    void show(Element form, Runnable onBack) {
        Button submit = new Button(context.text("signin.submit"), event -> answer());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button back = new Button(context.text("signin.back"), event -> onBack.run());
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        form.appendChild(
                hint.getElement(), code.getElement(), submit.getElement(), others.getElement(), back.getElement());
        code.focus();
    }

    /** After an answer that was refused. */
    void again() {
        code.clear();
        code.focus();
    }

    private void use(String chosen) {
        kind = chosen;
        hint.setText(context.text("signin.code.hint", name(kind)));
        others.removeAll();
        required.factors().stream().filter(other -> !other.equals(kind)).forEach(other -> {
            Button instead = new Button(context.text("signin.code.instead", name(other)), event -> {
                use(other);
                again();
                onSwitch.run();
            });
            instead.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            others.add(instead);
        });
    }

    private String name(String factor) {
        return context.text("factor.kind." + factor);
    }

    private void answer() {
        if (code.isEmpty()) {
            code.focus();
        } else {
            onAnswer.accept(kind, code.getValue());
        }
    }
}
