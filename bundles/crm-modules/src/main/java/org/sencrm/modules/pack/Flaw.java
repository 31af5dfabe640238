package org.sencrm.modules.pack;

import java.util.Locale;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.text.Messages;

/** What is wrong with a package. Becomes a fault where the language is known. */
final class Flaw extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    Flaw(String key, Object... arguments) {
        super(key);
        this.reason = Reason.of(key, arguments);
    }

    /** @param cause what the reader met; for the log */
    Flaw(Throwable cause, String key, Object... arguments) {
        super(key, cause);
        this.reason = Reason.of(key, arguments);
    }

    Reason reason() {
        return reason;
    }

    Fault in(Locale locale, Messages messages) {
        return new InvalidRequest(reason.in(locale, messages));
    }
}
