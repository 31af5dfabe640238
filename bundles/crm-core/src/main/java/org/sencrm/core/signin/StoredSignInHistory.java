package org.sencrm.core.signin;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignInHistory;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.text.Messages;
import org.sencrm.core.store.Database;

/** Lets people read what the security log noted of sign-ins: their own, administrators all. */
@Component(service = SignInHistory.class)
public final class StoredSignInHistory implements SignInHistory {

    private static final int MOST = 200;

    private final SignInTable table;
    private final Access access;
    private final Messages messages;

    @Activate
    public StoredSignInHistory(@Reference Database database, @Reference Access access, @Reference Messages messages) {
        this.table = new SignInTable(database, Clock.systemUTC());
        this.access = access;
        this.messages = messages;
    }

    @Override
    public List<Entry> of(Caller caller, long userId, long before, int limit) {
        if (caller.userId() != userId || caller.entry().scopes().isLimited()) {
            requireAdministrator(caller);
        }
        return list(caller, userId, before, limit);
    }

    @Override
    public List<Entry> all(Caller caller, long before, int limit) {
        requireAdministrator(caller);
        return list(caller, null, before, limit);
    }

    private List<Entry> list(Caller caller, Long user, long before, int limit) {
        if (limit < 1 || limit > MOST || before < 0) {
            throw new InvalidRequest(messages.text(caller.locale(), "signIn.history.badLimit", MOST));
        }
        return table.list(user, before, limit);
    }

    private void requireAdministrator(Caller caller) {
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            throw new Forbidden(messages.text(caller.locale(), "signIn.history.forbidden"));
        }
    }
}
