package org.sencrm.ui.administration;

import java.util.List;
import java.util.stream.Stream;
import org.sencrm.api.access.SignIn;
import org.sencrm.ui.field.ButtonTable;
import org.sencrm.ui.host.HostContext;

/** API tokens side by side, where there is the width of a page. */
final class TokenTable extends TokenList {

    private static final long serialVersionUID = 1L;

    TokenTable(HostContext context, long user) {
        super(context, user);
    }

    @Override
    void fill(List<SignIn.Token> tokens) {
        ButtonTable table = new ButtonTable(Stream.of("label", "scopes", "factor", "created", "expires", "used")
                .map(column -> context().text("tokens." + column))
                .toList());
        tokens.forEach(token -> table.row(
                List.of(
                        token.label() == null ? "" : token.label(),
                        new ScopeText(context()).of(token.scopes()),
                        factor(token),
                        context().format(token.createdAt()),
                        expires(token),
                        used(token)),
                revokeButton(token)));
        add(table);
    }
}
