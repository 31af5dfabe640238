package org.sencrm.singlesignon.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.sencrm.singlesignon.OutsideProblem;
import org.sencrm.singlesignon.Provider;
import org.sencrm.ui.api.ScreenContext;

/** Tells what has to be entered at the provider, and asks it with the settings as they are saved; nobody is signed in. */
final class ProviderTrial extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ScreenContext context;
    private final transient Provider provider;
    private final Div answer = new Div();

    ProviderTrial(ScreenContext context, Provider provider) {
        this.context = context;
        this.provider = provider;
        addClassName("stack");
        String where = provider.back()
                .map(back -> context.text("single-sign-on.oidc.back", back))
                .orElseGet(() -> context.text("single-sign-on.oidc.noAddress"));
        Paragraph about = new Paragraph(context.text("single-sign-on.oidc.trial.about"));
        about.addClassName("muted");
        Button ask = new Button(context.text("single-sign-on.oidc.trial.ask"), event -> ask());
        Div line = new Div(ask);
        line.addClassName("row");
        answer.addClassName("banner");
        answer.getElement().setAttribute("role", "status");
        answer.setVisible(false);
        add(
                new H2(context.text("single-sign-on.oidc.there")),
                new Paragraph(where),
                new H2(context.text("single-sign-on.oidc.trial")),
                about,
                line,
                answer);
    }

    private void ask() {
        try {
            Optional<Integer> keys = provider.look();
            if (keys.isEmpty()) {
                say("bad", "single-sign-on.oidc.trial.notSetUp");
            } else if (keys.get() == 0) {
                say("bad", "single-sign-on.oidc.problem.keys");
            } else {
                say("good", "single-sign-on.oidc.trial.found", keys.get());
            }
        } catch (OutsideProblem e) {
            say("bad", e.textKey());
        }
    }

    private void say(String kind, String key, Object... arguments) {
        answer.setText(context.text(key, arguments));
        answer.setClassName("banner " + kind);
        answer.setVisible(true);
    }
}
