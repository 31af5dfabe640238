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

/** Action {@code resetFactors} of users: an administrator lets somebody begin anew who has lost the second factor. */
@Component(property = {RecordAction.TYPE + "=users", RecordAction.NAME + "=resetFactors", RecordAction.PROOF + "=true"})
public final class ResetFactors implements RecordAction {

    private final Factors factors;
    private final Access access;

    @Activate
    public ResetFactors(@Reference Factors factors, @Reference Access access) {
        this.factors = factors;
        this.access = access;
    }

    @Override
    public Object run(Caller caller, RecordData user, Map<String, Object> input) {
        factors.reset(caller, user.id());
        return null;
    }

    @Override
    public boolean offered(Caller caller, RecordData user) {
        return access.isAdministrator(caller) && caller.userId() != user.id();
    }
}
