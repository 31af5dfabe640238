package org.sencrm.modules;

import java.io.IOException;
import org.sencrm.modules.pack.Reason;

/** Files of a module that are not to be started. */
final class Flawed extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    Flawed(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
