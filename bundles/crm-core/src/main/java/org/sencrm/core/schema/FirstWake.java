package org.sencrm.core.schema;

import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes Liquibase while the first start on an empty database still waits for it. Waking it is most of what the first schema takes, and
 * a later start, which finds nothing to do, never needs it.
 */
@Component(service = FirstWake.class, immediate = true)
public final class FirstWake {

    private static final Logger LOG = LoggerFactory.getLogger(FirstWake.class);

    /** Written at the end of the first start. */
    private static final String TOKEN = "token";
    /** A new home on the embedded database begins with all tables: see {@link EmptyDatabase}. */
    private static final String EMBEDDED = "db/crm";

    private final Thread waking;

    @Activate
    public FirstWake(BundleContext context) {
        Bundle bundle = context.getBundle();
        waking = new Thread(() -> wake(bundle), "crm-schema-wake");
        waking.setDaemon(true);
        String home = context.getProperty("sencrm.home");
        if (home != null && Files.notExists(Path.of(home, TOKEN)) && Files.notExists(Path.of(home, EMBEDDED))) {
            waking.start();
        }
    }

    /** Two at once would take each other's own steps away. */
    void await() throws InterruptedException {
        waking.join();
    }

    private static void wake(Bundle bundle) {
        String changelog = bundle.getHeaders("").get(SchemaExtender.CHANGELOG_HEADER);
        try {
            Migration.wake(changelog, new BundleFiles(bundle.getSymbolicName(), bundle::getEntry));
        } catch (Exception | LinkageError e) {
            LOG.debug("Liquibase is woken by the first schema instead", e);
        }
    }
}
