package org.sencrm.rest;

import java.io.IOException;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the runtime from filling the log with stack traces of clients who went away before they had their answer. */
final class BrokenLineLog implements FaultListener {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenLineLog.class);

    /** True lets the runtime log the fault as it would. */
    @Override
    public boolean faultOccurred(Exception fault, String description, Message message) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                LOG.debug("An answer was not taken", fault);
                return false;
            }
        }
        return true;
    }
}
