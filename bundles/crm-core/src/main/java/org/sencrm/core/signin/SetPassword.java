package org.sencrm.core.signin;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.text.Messages;

/** Action {@code setPassword} of users, for administrators: {@code {"password":"…"}}. */
@Component(property = {RecordAction.TYPE + "=users", RecordAction.NAME + "=setPassword", RecordAction.PROOF + "=true"})
public final class SetPassword implements RecordAction {

    private final SignIn signIn;
    private final Messages messages;

    @Activate
    public SetPassword(@Reference SignIn signIn, @Reference Messages messages) {
        this.signIn = signIn;
        this.messages = messages;
    }

    @Override
    public Object run(Caller caller, RecordData record, Map<String, Object> input) {
        if (!(input.get("password") instanceof String next) || next.isEmpty()) {
            String message = messages.text(caller.locale(), "password.missing");
            throw new InvalidRecord(message, List.of(new FieldError("password", "required", message)));
        }
        // no way to give the current one: a wrong try would be forgiven with the action's transaction
        signIn.setPassword(caller, record.id(), null, next.toCharArray());
        return null;
    }

    @Override
    public boolean needsInput() {
        return true;
    }
}
