package org.sencrm.ui.host;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import org.sencrm.api.fault.DatabaseAway;
import org.sencrm.api.fault.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into a sentence for people; what nobody expected is logged under a number they can tell. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Failures() {}

    static void report(HostContext context, Throwable failure) {
        Notices.fail(context, message(context, failure));
    }

    static String message(HostContext context, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseAway) {
                return context.text("failure.databaseAway");
            }
            if (cause instanceof Fault fault) {
                return fault.getMessage();
            }
            if (cause instanceof RejectedExecutionException) {
                return context.text("failure.busy");
            }
        }
        return context.text("failure.unexpected", log(failure));
    }

    /** Logs the failure and gives the reference under which it is found there. */
    public static String log(Throwable failure) {
        String reference = String.format(Locale.ROOT, "%06X", RANDOM.nextInt(1 << 24));
        LOG.error("A screen failed, reference {}", reference, failure);
        return reference;
    }
}
