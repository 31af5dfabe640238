package org.sencrm.core.schema;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.List;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data source that one module waits for: published once its schema is in place, taken away when it goes. */
final class ModuleSchema {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleSchema.class);

    private final Bundle bundle;
    private final String module;
    private final String changelog;
    private final DataSource source;
    private final DataSource given;
    private final Migration migration;

    private ServiceRegistration<DataSource> published;
    private boolean closed;

    /** @param given the data source that is published for the module */
    ModuleSchema(Bundle bundle, String module, String changelog, DataSource source, DataSource given) {
        this.bundle = bundle;
        this.module = module;
        this.changelog = changelog;
        this.source = source;
        this.given = given;
        this.migration =
                new Migration(source::getConnection, module, changelog, new BundleFiles(module, bundle::getEntry));
    }

    String module() {
        return module;
    }

    /** Brings the schema up to date and publishes the data source; takes as long as the steps take. */
    void open() throws Exception {
        if (isClosed()) {
            return;
        }
        update();
        publish();
    }

    boolean isCurrent() throws Exception {
        return mark().isCurrent();
    }

    /** Brings the schema up to date and publishes nothing. */
    void update() throws Exception {
        SchemaMark mark = mark();
        if (!mark.isCurrent()) {
            long start = System.nanoTime();
            migration.update();
            mark.keep();
            LOG.info("Schema of module {} is up to date ({} ms)", module, (System.nanoTime() - start) / 1_000_000);
        }
    }

    private SchemaMark mark() throws IOException {
        return new SchemaMark(source::getConnection, module, changelogFiles());
    }

    /** All files beside the changelog: it may be made of several. */
    private List<URL> changelogFiles() {
        Enumeration<URL> files =
                bundle.findEntries(changelog.substring(0, changelog.lastIndexOf('/') + 1), "*.*", true);
        return files == null ? List.of() : Collections.list(files);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        if (published == null) {
            return;
        }
        try {
            published.unregister();
        } catch (IllegalStateException e) {
            LOG.debug("The bundle of module {} took its data source with it", module);
        }
        published = null;
    }

    private synchronized void publish() {
        BundleContext context = bundle.getBundleContext();
        if (closed || context == null) {
            return;
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("dataSourceName", module);
        properties.put("osgi.jndi.service.name", module);
        published = context.registerService(DataSource.class, given, properties);
    }
}
