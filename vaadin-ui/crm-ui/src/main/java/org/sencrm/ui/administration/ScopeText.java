package org.sencrm.ui.administration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.sencrm.api.access.Scopes;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.permission.TypeNames;

/** Scopes as people read them: {@code Accounts: read; Contacts: read, make, change and delete}. */
final class ScopeText {

    private static final String ANY = "*";

    private final HostContext context;
    private final TypeNames names;

    ScopeText(HostContext context) {
        this.context = context;
        this.names = new TypeNames(context);
    }

    String of(Scopes scopes) {
        if (!scopes.isLimited()) {
            return context.text("tokens.scopes.everything");
        }
        Map<String, String> byType = new LinkedHashMap<>();
        for (String scope : scopes.texts()) {
            int colon = scope.indexOf(':');
            byType.merge(
                    scope.substring(0, colon), action(scope.substring(colon + 1)), (one, other) -> one + ", " + other);
        }
        return byType.entrySet().stream()
                .map(type -> names.of(type.getKey()) + ": " + type.getValue())
                .collect(Collectors.joining("; "));
    }

    private String action(String action) {
        return switch (action) {
            case ANY -> context.text("tokens.scopes.anything");
            case "write" -> context.text("tokens.scopes.write");
            default -> context.text("access.right." + action);
        };
    }
}
