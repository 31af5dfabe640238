package org.sencrm.singlesignon.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.sencrm.singlesignon.OutsideProblem;
import org.sencrm.singlesignon.Provider;
import org.sencrm.singlesignon.ui.TrialAnswer.Said;
import org.sencrm.ui.api.ScreenContext;

/** Tells what has to be entered at the provider, and asks it with the settings as they are saved; nobody is signed in. */
final class ProviderTrial extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Provider provider;

    ProviderTrial(ScreenContext context, Provider provider) {
        this.provider = provider;
        addClassName("stack");
        TrialAnswer answer = new TrialAnswer(context);
        String where = provider.back()
                .map(back -> context.text("single-sign-on.oidc.back", back))
                .orElseGet(() -> context.text("single-sign-on.oidc.noAddress"));
        Paragraph about = new Paragraph(context.text("single-sign-on.oidc.trial.about"));
        about.addClassName("muted");
        Button ask = new Button(context.text("single-sign-on.oidc.trial.ask"), event -> answer.ask(this::look));
        Div line = new Div(ask);
        line.addClassName("row");
        add(
                new H2(context.text("single-sign-on.oidc.there")),
                new Paragraph(where),
                new H2(context.text("single-sign-on.oidc.trial")),
                about,
                line,
                answer);
    }

    private Said look() throws OutsideProblem {
        Optional<Integer> keys = provider.look();
        if (keys.isEmpty()) {
            return Said.bad("single-sign-on.oidc.trial.notSetUp");
        }
        return keys.get() == 0
                ? Said.bad("single-sign-on.oidc.problem.keys")
                : Said.good("single-sign-on.oidc.trial.found", keys.get());
    }
}
