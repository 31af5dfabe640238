package org.sencrm.core.signin;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.signin.Factors;
import org.sencrm.api.text.Messages;

/**
 * Action {@code resetFactors} of users: an administrator lets somebody begin anew who has lost the second factor, or asks for
 * it where a second one has to agree; the answer says which.
 */
@Component(property = {RecordAction.TYPE + "=users", RecordAction.NAME + "=resetFactors", RecordAction.PROOF + "=true"})
public final class ResetFactors implements RecordAction {

    private final Factors factors;
    private final Access access;
    private final Messages messages;

    @Activate
    public ResetFactors(@Reference Factors factors, @Reference Access access, @Reference Messages messages) {
        this.factors = factors;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public Object run(Caller caller, RecordData user, Map<String, Object> input) {
        factors.reset(caller, user.id());
        return messages.text(
                caller.locale(),
                factors.isResetAsked(caller, user.id()) ? "factor.resetAsked" : "factor.resetDone",
                user.text("name"));
    }

    @Override
    public boolean offered(Caller caller, RecordData user) {
        return access.isAdministrator(caller) && caller.userId() != user.id();
    }
}
