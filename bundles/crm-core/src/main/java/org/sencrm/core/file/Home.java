package org.sencrm.core.file;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** The product's folder on this machine. */
record Home(Path path) {

    static Home of(BundleContext context) {
        String home = context.getProperty("sencrm.home");
        if (home == null) {
            throw new IllegalStateException("the property sencrm.home names no folder");
        }
        return new Home(Path.of(home));
    }

    /** Contents of files. */
    Path files() {
        return path.resolve("files");
    }

    /** Uploads on their way, on the same disk as the contents. */
    Path uploads() {
        return files().resolve("uploads");
    }
}
