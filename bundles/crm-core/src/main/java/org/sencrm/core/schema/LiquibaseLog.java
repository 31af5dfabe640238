package org.sencrm.core.schema;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.slf4j.LoggerFactory;

/** Passes on what Liquibase has to say from warnings upwards; its hundred lines about each start stay away. */
final class LiquibaseLog extends AbstractLogService {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("liquibase");

    @Override
    public int getPriority() {
        return PRIORITY_SPECIALIZED;
    }

    @Override
    public Logger getLog(Class asker) {
        return new Warnings();
    }

    private static final class Warnings extends AbstractLogger {

        @Override
        public void log(Level level, String message, Throwable cause) {
            if (message != null && message.contains("disabled analytics")) {
                // what we asked for, told as an error
                LOG.debug(message);
            } else if (level.intValue() >= Level.SEVERE.intValue()) {
                LOG.error(message, cause);
            } else if (level.intValue() >= Level.WARNING.intValue()) {
                LOG.warn(message, cause);
            } else {
                LOG.debug(message, cause);
            }
        }
    }
}
