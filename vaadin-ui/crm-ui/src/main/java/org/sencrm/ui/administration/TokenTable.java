package org.sencrm.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignIn;
import org.sencrm.ui.field.ButtonTable;
import org.sencrm.ui.host.HostContext;

/** API tokens of somebody, each with a button that revokes it. */
final class TokenTable extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Caller caller;
    private final long user;

    TokenTable(HostContext context, long user) {
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
        ButtonTable table = new ButtonTable(Stream.of("label", "scopes", "factor", "created", "expires", "used")
                .map(column -> context.text("tokens." + column))
                .toList());
        tokens.forEach(token -> add(table, token));
        add(table);
    }

    private void add(ButtonTable table, SignIn.Token token) {
        Button revoke = new Button(context.text("tokens.revoke"), event -> confirm(token));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
        table.row(
                List.of(
                        token.label() == null ? "" : token.label(),
                        new ScopeText(context).of(token.scopes()),
                        context.text(token.secondFactor() ? "tokens.factor.yes" : "tokens.factor.no"),
                        context.format(token.createdAt()),
                        token.expiresAt() == null ? context.text("tokens.never") : context.format(token.expiresAt()),
                        token.lastUsedAt() == null
                                ? context.text("tokens.unused")
                                : context.format(token.lastUsedAt())),
                revoke);
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
