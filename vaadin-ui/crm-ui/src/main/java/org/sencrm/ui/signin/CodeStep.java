package org.sencrm.ui.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.ui.api.FactorInput;
import org.sencrm.ui.host.HostContext;

/**
 * Asks for the answer of a second factor, the person's first one unless another is chosen: in a field for a code, or by what
 * the module of the kind brings.
 */
final class CodeStep {

    private final HostContext context;
    private final SecondFactorRequired required;
    private final List<String> kinds;
    private final BiConsumer<String, String> onAnswer;
    private final Consumer<String> onNews;
    private final TextField code = new TextField();
    private final Button submit;
    private final Paragraph hint = new Paragraph();
    private final Div brought = new Div();
    private final Div others = new Div();
    private String kind;

    /**
     * @param kinds as {@link #kinds} has them, at least one
     * @param onAnswer gets kind and answer
     * @param onNews gets what there is to tell the person; nothing where that is over
     */
    CodeStep(
            HostContext context,
            SecondFactorRequired required,
            List<String> kinds,
            BiConsumer<String, String> onAnswer,
            Consumer<String> onNews) {
        this.context = context;
        this.required = required;
        this.kinds = kinds;
        this.onAnswer = onAnswer;
        this.onNews = onNews;
        code.setLabel(context.text("signin.code"));
        code.getElement().setAttribute("autocomplete", "one-time-code").setAttribute("autocapitalize", "none");
        code.addKeyPressListener(Key.ENTER, event -> answer());
        submit = new Button(context.text("signin.submit"), event -> answer());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        hint.addClassName("muted");
        // what is in them stands in the form like the others
        brought.getStyle().set("display", "contents");
        others.getStyle().set("display", "contents");
        use(kinds.get(0));
    }

    /** The kinds that can be answered here: those that are typed, and those whose module brings what gets the answer. */
    static List<String> kinds(HostContext context, SecondFactorRequired required) {
        return required.factors().stream()
                .filter(kind -> !required.options().containsKey(kind)
                        || context.offers().factorInput(kind).isPresent())
                .toList();
    }

    /** Puts the step in the place of what the form asked before. */
    void show(Element form, Runnable onBack) {
        Button back = new Button(context.text("signin.back"), event -> onBack.run());
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        form.appendChild(
                hint.getElement(),
                brought.getElement(),
                code.getElement(),
                submit.getElement(),
                others.getElement(),
                back.getElement());
        focus();
    }

    /** After an answer that was refused. */
    void again() {
        code.clear();
        focus();
    }

    private void focus() {
        if (isTyped()) {
            code.focus();
        }
    }

    private boolean isTyped() {
        return !required.options().containsKey(kind);
    }

    private void use(String chosen) {
        kind = chosen;
        hint.setText(context.text("signin.code.hint", name(kind)));
        code.setVisible(isTyped());
        submit.setVisible(isTyped());
        brought.removeAll();
        if (!isTyped()) {
            context.offers().factorInput(kind).ifPresent(this::bring);
        }
        others.removeAll();
        kinds.stream().filter(other -> !other.equals(kind)).forEach(other -> {
            Button instead = new Button(context.text("signin.code.instead", name(other)), event -> {
                onNews.accept("");
                use(other);
                again();
            });
            instead.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            others.add(instead);
        });
    }

    private void bring(FactorInput input) {
        Map<String, Object> options = required.options().get(kind);
        String asked = kind;
        try {
            brought.add(
                    input.create(new TabQuestion(context, options, answer -> onAnswer.accept(asked, answer), onNews)));
        } catch (Fault broken) {
            onNews.accept(broken.getMessage());
        }
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
