package org.sencrm.core.job;

import java.nio.file.Path;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.core.secret.HomeFile;

/**
 * Which of several nodes on one database this is: a name made at the first start and kept in the file {@code node} of the
 * home. Whoever copies a home to make a second node of it leaves this file out.
 */
@Component(service = Node.class)
public final class Node {

    private final String id;

    @Activate
    public Node(BundleContext context) {
        this(kept(Path.of(context.getProperty("sencrm.home"))));
    }

    public Node(String id) {
        this.id = id;
    }

    /** The name in the home; made where there is none yet. */
    static String kept(Path home) {
        HomeFile file = new HomeFile(home.resolve("node"));
        if (!file.exists()) {
            file.write(UUID.randomUUID().toString());
        }
        return file.read();
    }

    public String id() {
        return id;
    }
}
