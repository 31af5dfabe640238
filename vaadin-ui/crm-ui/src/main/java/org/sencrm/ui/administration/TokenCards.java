package org.sencrm.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.sencrm.api.access.SignIn;
import org.sencrm.ui.host.HostContext;

/** API tokens one below the other, where there is little width. */
final class TokenCards extends TokenList {

    private static final long serialVersionUID = 1L;

    TokenCards(HostContext context, long user) {
        super(context, user);
        addClassName("stack");
    }

    @Override
    void fill(List<SignIn.Token> tokens) {
        tokens.forEach(token -> add(card(token)));
    }

    private Div card(SignIn.Token token) {
        Paragraph facts = new Paragraph(String.join(
                " · ",
                fact("scopes", new ScopeText(context()).of(token.scopes())),
                fact("factor", factor(token)),
                fact("used", used(token)),
                fact("expires", expires(token))));
        facts.addClassName("muted");
        return new Div(new H3(token.label() == null ? "" : token.label()), facts, revokeButton(token));
    }

    private String fact(String what, String text) {
        return context().text("tokens." + what) + ": " + text;
    }
}
