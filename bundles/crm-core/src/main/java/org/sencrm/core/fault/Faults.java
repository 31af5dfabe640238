package org.sencrm.core.fault;

import java.util.List;
import java.util.Locale;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.TooLarge;
import org.sencrm.api.text.Messages;
import org.sencrm.core.value.Refusal;

/** Faults with a message that the caller can read. */
public final class Faults {

    private final Messages messages;

    public Faults(Messages messages) {
        this.messages = messages;
    }

    /** The type is not there, or the caller may not know that it is. */
    public NotFound noType(Caller caller) {
        return new NotFound(text(caller, "fault.noType"));
    }

    public NotFound noRecord(Caller caller) {
        return new NotFound(text(caller, "fault.noRecord"));
    }

    public NotFound notFound(Caller caller, String messageKey) {
        return new NotFound(text(caller, messageKey));
    }

    public TooLarge tooLarge(Caller caller, String messageKey, Object... arguments) {
        return new TooLarge(text(caller, messageKey, arguments));
    }

    public Forbidden forbidden(Caller caller) {
        return new Forbidden(text(caller, "fault.forbidden"));
    }

    /** As above, and why. */
    public Forbidden forbidden(Caller caller, String messageKey) {
        return new Forbidden(text(caller, messageKey));
    }

    public InvalidRequest badRequest(Caller caller, String messageKey, Object... arguments) {
        return new InvalidRequest(text(caller, messageKey, arguments));
    }

    public InvalidRecord badRecord(Caller caller, List<FieldError> errors) {
        return new InvalidRecord(text(caller, "fault.invalidRecord"), errors);
    }

    public Conflict conflict(Caller caller, long version, List<Conflict.Changed> changed) {
        return new Conflict(text(caller, "fault.conflict"), version, changed);
    }

    public FieldError error(Caller caller, String field, String code, String messageKey, Object... arguments) {
        return new FieldError(field, code, text(caller, messageKey, arguments));
    }

    public FieldError error(Caller caller, String field, Refusal refusal) {
        return error(caller, field, refusal.code(), refusal.messageKey(), refusal.arguments());
    }

    public String text(Caller caller, String key, Object... arguments) {
        Locale locale = caller.locale();
        return messages.text(locale, key, arguments);
    }

    /** Refuses a token that is limited: what people decide about themselves is no work on records. */
    public void requireUnlimited(Caller caller) {
        if (caller.entry().scopes().isLimited()) {
            throw forbidden(caller, "token.limited");
        }
    }
}
