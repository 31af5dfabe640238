package org.sencrm.modules.pack;

import java.util.Locale;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.text.Messages;

/** What is wrong with a package: the key of a message and what fills it. Becomes a fault where the language is known. */
final class Flaw extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    Flaw(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments;
    }

    /** @param cause what the reader met; for the log */
    Flaw(Throwable cause, String key, Object... arguments) {
        super(key, cause);
        this.key = key;
        this.arguments = arguments;
    }

    Fault in(Locale locale, Messages messages) {
        return new InvalidRequest(messages.text(locale, key, arguments));
    }
}
