package org.sencrm.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignIn;
import org.sencrm.ui.host.HostContext;

/** API tokens of somebody, each with a button that revokes it. */
abstract class TokenList extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Caller caller;
    private final long user;

    TokenList(HostContext context, long user) {
        this.context = context;
        this.user = user;
        caller = context.caller();
        load();
    }

    void load() {
        SignIn signIn = context.services().signIn();
        context.background(() -> signIn.tokens(caller, user), this::show);
    }

    private void show(List<SignIn.Token> tokens) {
        removeAll();
        if (tokens.isEmpty()) {
            Paragraph none = new Paragraph(context.text("tokens.none"));
            none.addClassName("muted");
            add(none);
            return;
        }
        fill(tokens);
    }

    /** Adds the tokens, of which there is one at least. */
    abstract void fill(List<SignIn.Token> tokens);

    HostContext context() {
        return context;
    }

    Button revokeButton(SignIn.Token token) {
        Button revoke = new Button(context.text("tokens.revoke"), event -> confirm(token));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
        return revoke;
    }

    String expires(SignIn.Token token) {
        return token.expiresAt() == null ? context.text("tokens.never") : context.format(token.expiresAt());
    }

    String used(SignIn.Token token) {
        return token.lastUsedAt() == null ? context.text("tokens.unused") : context.format(token.lastUsedAt());
    }

    String factor(SignIn.Token token) {
        return context.text(token.secondFactor() ? "tokens.factor.yes" : "tokens.factor.no");
    }

    private void confirm(SignIn.Token token) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(context.text("tokens.revoke.title", token.label() == null ? "" : token.label()));
        question.setText(context.text("tokens.revoke.text"));
        question.setCancelable(true);
        question.setCancelText(context.text("work.cancel"));
        question.setConfirmText(context.text("tokens.revoke"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(event -> revoke(token));
        question.open();
    }

    private void revoke(SignIn.Token token) {
        SignIn signIn = context.services().signIn();
        context.background(
                () -> {
                    signIn.revokeToken(caller, token.id());
                    return token;
                },
                revoked -> {
                    context.inform(context.text("tokens.revoked"));
                    load();
                });
    }
}
