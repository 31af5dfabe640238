package org.sencrm.core.hardening;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the run-time at each start. Where something stands open the product does not run: it says what, on the console
 * too, where the launcher reads it, and ends. The sign-in waits for it, so that nobody is let in before.
 */
@Component(immediate = true, service = SelfCheck.class)
public final class SelfCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    private final boolean passed;

    @Activate
    public SelfCheck(BundleContext context) {
        String etc = context.getProperty("karaf.etc");
        if (etc == null) {
            // a framework without Karaf, as the tests of vendors start it: there is nothing that could stand open
            passed = true;
            return;
        }
        List<String> findings = findings(context, Path.of(etc));
        passed = findings.isEmpty();
        if (!passed) {
            refuse(context.getBundle(0), findings);
        }
    }

    /**
     * For whoever would let somebody in. This component itself is there even where it found something: one that fails is
     * made anew for each who asks for it, and would say everything again.
     *
     * @throws IllegalStateException when something stands open
     */
    public void requirePassed() {
        if (!passed) {
            throw new IllegalStateException("something stands open");
        }
    }

    private static List<String> findings(BundleContext context, Path etc) {
        try {
            return Findings.in(new Surroundings(
                    Path.of(context.getProperty("sencrm.home")),
                    etc,
                    context::getProperty,
                    ManagementFactory.getRuntimeMXBean().getInputArguments(),
                    Stream.of(context.getBundles()).map(Bundle::getSymbolicName).toList()));
        } catch (RuntimeException e) {
            LOG.error("The surroundings cannot be looked at", e);
            return List.of("its surroundings cannot be looked at: " + e.getMessage());
        }
    }

    @SuppressWarnings(
            "SystemOut") // the log is read by those who know where it lies, this by whoever starts the product
    private static void refuse(Bundle framework, List<String> findings) {
        for (String finding : findings) {
            LOG.error("Not started: {}", finding);
            System.err.println("not started: " + finding);
        }
        try {
            framework.stop();
        } catch (BundleException e) {
            throw new IllegalStateException("the framework does not stop", e);
        }
    }
}
